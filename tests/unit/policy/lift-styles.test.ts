import { expect, test } from 'vitest';
import { moveStylesToHead } from '../../../src/build/policy/page-policy.ts';

test('moves styles of the body to the end of the head, in their order, and joins those of all media', () => {
  const html =
    '<head><style>a{}</style></head><body><style>b{}</style><p>x</p><style media="print">c{}</style></body>';
  expect(moveStylesToHead(html)).toBe(
    '<head><style>a{}b{}</style><style media="print">c{}</style></head><body><p>x</p></body>',
  );
});

test('leaves a page without such styles as it is', () => {
  const html = '<head></head><body><p>about &lt;style></p></body>';
  expect(moveStylesToHead(html)).toBe(html);
});
