import { strToU8, zipSync } from 'fflate';
import type { QuizView } from '../model/view.ts';
import { formatQtiItem, qtiNamespace } from './qti-item.ts';
import { element } from './xml.ts';

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
        identifier: `secure-base-${id}`,
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
