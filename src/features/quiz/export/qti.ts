import { strToU8, zipSync } from 'fflate';
import { site } from '../../../site/site.ts';
import { escapeHtml } from '../../../lib/text/html.ts';
import { isSingle, solution } from '../model/answers.ts';
import {
  instructions,
  formatExplanation,
  hasPositions,
  type QuestionView,
  type QuizView,
} from '../model/view.ts';

/** XML markup; not escaped again when inserted into other XML. */
class Xml {
  constructor(readonly text: string) {}
}

/** Template tag for XML, which joins the lines; inserted strings are escaped, inserted XML is not. */
function xml(parts: TemplateStringsArray, ...values: (string | number | Xml | Xml[])[]): Xml {
  const written = values.map((value) => {
    const pieces = [value].flat();
    return pieces.map((one) => (one instanceof Xml ? one.text : escapeHtml(String(one)))).join('');
  });
  const text = parts.map((part, at) => part.replace(/\n\s*/g, '') + (written[at] ?? ''));
  return new Xml(text.join(''));
}

/** Namespace and schema of 1EdTech QTI 3.0 assessment items and tests. */
const namespace = new Xml(
  [
    'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"',
  ].join(' '),
);

/**
 * A quiz as a QTI 3.0 package, the zip file that learning platforms import: a manifest, a test with one
 * section, and an item for each question. The same quiz gives the same bytes.
 */
export function formatQtiPackage(quiz: QuizView): Uint8Array {
  const files: Record<string, Xml> = {
    'imsmanifest.xml': formatManifest(quiz),
    'test.xml': formatTest(quiz),
  };
  for (const question of quiz.questions)
    files[itemPath(question.id)] = formatItem(question, quiz.title);
  const bytes = Object.entries(files).map(([path, { text }]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`),
  ]);
  // Zip timestamps are in local time and start at 1980; a fixed one keeps the bytes the same.
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1), level: 9 });
}

const itemPath = (id: string): string => `items/${id}.xml`;

function formatManifest({ id, questions }: QuizView): Xml {
  return xml`
    <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="${site.id}-${id}">
      <metadata>
        <schema>QTI Package</schema>
        <schemaversion>3.0.0</schemaversion>
      </metadata>
      <organizations/>
      <resources>
        <resource identifier="test" type="imsqti_test_xmlv3p0" href="test.xml">
          <file href="test.xml"/>
          ${questions.map((question) => xml`<dependency identifierref="item-${question.id}"/>`)}
        </resource>
        ${questions.map(
          (question) => xml`
            <resource identifier="item-${question.id}" type="imsqti_item_xmlv3p0" href="${itemPath(question.id)}">
              <file href="${itemPath(question.id)}"/>
            </resource>`,
        )}
      </resources>
    </manifest>`;
}

function formatTest({ id, title, questions }: QuizView): Xml {
  const items = questions.map(
    (question) =>
      xml`<qti-assessment-item-ref identifier="${question.id}" href="${itemPath(question.id)}"/>`,
  );
  return xml`
    <qti-assessment-test ${namespace} identifier="${id}" title="${title}">
      <qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="individual">
        <qti-assessment-section identifier="section" title="${title}" visible="true">
          ${items}
        </qti-assessment-section>
      </qti-test-part>
    </qti-assessment-test>`;
}

/**
 * One question as an assessment item: declarations of the response and outcomes, one interaction,
 * scoring (1 for a wholly right answer, else 0, as on the site) and feedback. Feedback per choice and
 * general feedback are separate outcomes, because players differ in how they merge containers.
 */
function formatItem(question: QuestionView, title: string): Xml {
  const { id, kind, parts } = question;
  const cardinality = kind === 'order' ? 'ordered' : isSingle(kind) ? 'single' : 'multiple';
  const correct = solution(question).map((at) =>
    kind === 'match' ? `${partId(at)} ${rightId(at)}` : partId(at),
  );
  const hasPartFeedback = !hasPositions(kind);
  return xml`
    <qti-assessment-item ${namespace} identifier="${id}" title="${id}" adaptive="false" time-dependent="false" xml:lang="${site.language}">
      <qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${kind === 'match' ? 'directedPair' : 'identifier'}">
        <qti-correct-response>${correct.map((value) => xml`<qti-value>${value}</qti-value>`)}</qti-correct-response>
      </qti-response-declaration>
      <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
        <qti-default-value><qti-value>0</qti-value></qti-default-value>
      </qti-outcome-declaration>
      ${hasPartFeedback ? xml`<qti-outcome-declaration identifier="FEEDBACK" cardinality="${cardinality}" base-type="identifier"/>` : []}
      <qti-outcome-declaration identifier="CLOSING" cardinality="single" base-type="identifier"/>
      <qti-item-body>${interaction(question)}</qti-item-body>
      <qti-response-processing>
        <qti-response-condition>
          <qti-response-if>
            <qti-match>
              <qti-variable identifier="RESPONSE"/>
              <qti-correct identifier="RESPONSE"/>
            </qti-match>
            <qti-set-outcome-value identifier="SCORE">
              <qti-base-value base-type="float">1</qti-base-value>
            </qti-set-outcome-value>
          </qti-response-if>
        </qti-response-condition>
        ${hasPartFeedback ? xml`<qti-set-outcome-value identifier="FEEDBACK"><qti-variable identifier="RESPONSE"/></qti-set-outcome-value>` : []}
        <qti-set-outcome-value identifier="CLOSING">
          <qti-base-value base-type="identifier">EXPLAINED</qti-base-value>
        </qti-set-outcome-value>
      </qti-response-processing>
      ${hasPartFeedback ? parts.map((part, at) => feedback('FEEDBACK', partId(at), part.feedback)) : []}
      ${feedback('CLOSING', 'EXPLAINED', formatExplanation(question, title))}
    </qti-assessment-item>`;
}

/** Identifier of a part by its index. */
const partId = (at: number): string => `P${String(at + 1)}`;
const rightId = (at: number): string => `R${String(at + 1)}`;

function interaction({ kind, stem, parts, rights }: QuestionView): Xml {
  const prompt = xml`<qti-prompt>${kind === 'several' ? `${stem} ${instructions.several}.` : stem}</qti-prompt>`;
  const texts = parts.map(({ text }) => text);
  if (kind === 'match')
    return xml`
      <qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${parts.length}">
        ${prompt}
        ${matchSet(texts, partId)}
        ${matchSet(rights, rightId)}
      </qti-match-interaction>`;
  const tag = kind === 'order' ? 'qti-order-interaction' : 'qti-choice-interaction';
  const maxChoices = kind === 'order' ? [] : xml` max-choices="${isSingle(kind) ? 1 : 0}"`;
  return xml`
    <${tag} response-identifier="RESPONSE" shuffle="true"${maxChoices}>
      ${prompt}
      ${texts.map((text, at) => xml`<qti-simple-choice identifier="${partId(at)}">${text}</qti-simple-choice>`)}
    </${tag}>`;
}

function matchSet(texts: string[], idOf: (at: number) => string): Xml {
  const choices = texts.map(
    (text, at) => xml`
      <qti-simple-associable-choice identifier="${idOf(at)}" match-max="1">${text}</qti-simple-associable-choice>`,
  );
  return xml`<qti-simple-match-set>${choices}</qti-simple-match-set>`;
}

function feedback(outcome: string, identifier: string, text: string): Xml {
  return xml`
    <qti-modal-feedback outcome-identifier="${outcome}" identifier="${identifier}" show-hide="show">
      <qti-content-body><p>${text}</p></qti-content-body>
    </qti-modal-feedback>`;
}
