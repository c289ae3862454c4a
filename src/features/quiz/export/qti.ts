import { site } from '../../../site/site.ts';
import { isSingle, solution } from '../model/answers.ts';
import { askedTo, explainAll, readOn, type QuestionView, type QuizView } from '../model/view.ts';
import { escapeHtml } from '../../../lib/text/html.ts';
import { strToU8, zipSync } from 'fflate';

/** An XML element; children are XML already, so text among them must have been escaped. */
export function element(
  name: string,
  attributes: Record<string, string | number> = {},
  ...children: string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Namespace and schema of 1EdTech QTI 3.0 assessment items, tests and their parts. */
export const qtiNamespace = {
  xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
};

/**
 * One question as a QTI 3.0 assessment item: response and outcomes declared, one interaction, one
 * point for a wholly right answer and none otherwise (as on the site), and feedback.
 */
export function formatQtiItem(question: QuestionView, title: string): string {
  const isPlaced = question.kind === 'order' || question.kind === 'match';
  const item = element(
    'qti-assessment-item',
    {
      ...qtiNamespace,
      identifier: question.id,
      title: question.id,
      adaptive: 'false',
      'time-dependent': 'false',
      'xml:lang': site.language,
    },
    responseDeclaration(question),
    outcome('SCORE', 'single', 'float', element('qti-default-value', {}, value('0'))),
    ...(isPlaced ? [] : [outcome('FEEDBACK', cardinalityOf(question.kind), 'identifier')]),
    outcome('CLOSING', 'single', 'identifier'),
    element('qti-item-body', {}, interaction(question)),
    responseProcessing(isPlaced),
    ...feedback(question, title),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${item}\n`;
}

/** Identifiers of parts, in the order as written. */
const partId = (at: number): string => `P${String(at + 1)}`;
const rightId = (at: number): string => `R${String(at + 1)}`;

function cardinalityOf(kind: QuestionView['kind']): string {
  return kind === 'order' ? 'ordered' : isSingle(kind) ? 'single' : 'multiple';
}

function responseDeclaration(question: QuestionView): string {
  const { kind } = question;
  const correct = solution(question).map((at) =>
    value(kind === 'match' ? `${partId(at)} ${rightId(at)}` : partId(at)),
  );
  return element(
    'qti-response-declaration',
    {
      identifier: 'RESPONSE',
      cardinality: cardinalityOf(kind),
      'base-type': kind === 'match' ? 'directedPair' : 'identifier',
    },
    element('qti-correct-response', {}, ...correct),
  );
}

function interaction({ kind, stem, parts, rights }: QuestionView): string {
  const bind = { 'response-identifier': 'RESPONSE', shuffle: 'true' };
  const hint = kind === 'several' ? ` ${askedTo.several}.` : '';
  const prompt = element('qti-prompt', {}, escapeHtml(stem + hint));
  const choices = parts.map(({ text }, at) =>
    element('qti-simple-choice', { identifier: partId(at) }, escapeHtml(text)),
  );
  if (kind === 'order') return element('qti-order-interaction', bind, prompt, ...choices);
  if (kind !== 'match') {
    const most = isSingle(kind) ? 1 : 0;
    return element('qti-choice-interaction', { ...bind, 'max-choices': most }, prompt, ...choices);
  }
  const set = (texts: string[], id: (at: number) => string) =>
    element(
      'qti-simple-match-set',
      {},
      ...texts.map((text, at) =>
        element(
          'qti-simple-associable-choice',
          { identifier: id(at), 'match-max': 1 },
          escapeHtml(text),
        ),
      ),
    );
  return element(
    'qti-match-interaction',
    { ...bind, 'max-associations': parts.length },
    prompt,
    set(
      parts.map(({ text }) => text),
      partId,
    ),
    set(rights, rightId),
  );
}

function responseProcessing(isPlaced: boolean): string {
  const response = element('qti-variable', { identifier: 'RESPONSE' });
  const isRight = element(
    'qti-match',
    {},
    response,
    element('qti-correct', { identifier: 'RESPONSE' }),
  );
  const point = set('SCORE', element('qti-base-value', { 'base-type': 'float' }, '1'));
  const explained = element('qti-base-value', { 'base-type': 'identifier' }, 'EXPLAINED');
  return element(
    'qti-response-processing',
    {},
    element('qti-response-condition', {}, element('qti-response-if', {}, isRight, point)),
    // Two outcomes, since players differ in how they join containers.
    ...(isPlaced ? [] : [set('FEEDBACK', response)]),
    set('CLOSING', explained),
  );
}

function feedback(question: QuestionView, title: string): string[] {
  const { kind, parts } = question;
  const isPlaced = kind === 'order' || kind === 'match';
  const closing = isPlaced
    ? `${explainAll(question)} ${readOn(question, title)}`
    : readOn(question, title);
  const each = isPlaced
    ? []
    : parts.map((part, at) => modal('FEEDBACK', partId(at), part.feedback));
  return [...each, modal('CLOSING', 'EXPLAINED', closing)];
}

function modal(outcomeId: string, identifier: string, text: string): string {
  return element(
    'qti-modal-feedback',
    { 'outcome-identifier': outcomeId, identifier, 'show-hide': 'show' },
    element('qti-content-body', {}, element('p', {}, escapeHtml(text))),
  );
}

function outcome(
  identifier: string,
  cardinality: string,
  type: string,
  ...inside: string[]
): string {
  return element(
    'qti-outcome-declaration',
    { identifier, cardinality, 'base-type': type },
    ...inside,
  );
}

function set(identifier: string, expression: string): string {
  return element('qti-set-outcome-value', { identifier }, expression);
}

function value(text: string): string {
  return element('qti-value', {}, text);
}

/**
 * A quiz as a QTI 3.0 package, the zip that learning platforms import: a manifest, a test with one
 * section, and an item a question. The same quiz gives the same bytes.
 */
export function formatQtiPackage(quiz: QuizView): Uint8Array {
  const items = quiz.questions.map(
    (question) => [itemPath(question.id), strToU8(formatQtiItem(question, quiz.title))] as const,
  );
  const files = {
    'imsmanifest.xml': strToU8(formatManifest(quiz)),
    'test.xml': strToU8(formatTest(quiz)),
    ...Object.fromEntries(items),
  };
  // Zip files carry times in local time, from 1980 on.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}

function itemPath(id: string): string {
  return `items/${id}.xml`;
}

function formatTest({ id, title, questions }: QuizView): string {
  const references = questions.map((question) =>
    element('qti-assessment-item-ref', { identifier: question.id, href: itemPath(question.id) }),
  );
  return document(
    element(
      'qti-assessment-test',
      { ...qtiNamespace, identifier: id, title },
      element(
        'qti-test-part',
        { identifier: 'part', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' },
        element(
          'qti-assessment-section',
          { identifier: 'section', title, visible: 'true' },
          ...references,
        ),
      ),
    ),
  );
}

function formatManifest({ id, questions }: QuizView): string {
  const resource = (identifier: string, type: string, href: string, ...dependencies: string[]) =>
    element(
      'resource',
      { identifier, type, href },
      element('file', { href }),
      ...dependencies.map((item) => element('dependency', { identifierref: item })),
    );
  const itemIds = questions.map((question) => `item-${question.id}`);
  return document(
    element(
      'manifest',
      {
        xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
        identifier: `${site.id}-${id}`,
      },
      element(
        'metadata',
        {},
        element('schema', {}, 'QTI Package'),
        element('schemaversion', {}, '3.0.0'),
      ),
      element('organizations'),
      element(
        'resources',
        {},
        resource('test', 'imsqti_test_xmlv3p0', 'test.xml', ...itemIds),
        ...questions.map((question) =>
          resource(`item-${question.id}`, 'imsqti_item_xmlv3p0', itemPath(question.id)),
        ),
      ),
    ),
  );
}

function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
