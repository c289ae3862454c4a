import { expect, test } from 'vitest';
import { findInlineCode } from '../../../src/build/policy/page-policy.ts';

const none = { scripts: [], styles: [], refused: [] };

test.each([
  ['a script', '<script>a < b && "x"</script>', { scripts: ['a < b && "x"'] }],
  ['a module', '<script type="module">1</script>', { scripts: ['1'] }],
  ['a script twice', '<script>1</script><script>1</script>', { scripts: ['1'] }],
  ['a script with an address', '<script src="/a.js"></script>', {}],
  ['data', '<script type="application/ld+json">{"a":1}</script>', {}],
  ['a script within an attribute', '<p title="<script>1</script>"></p>', {}],
  ['a script within a comment', '<!-- <script>1</script> -->', {}],
  ['a script within a template', '<template><script>1</script></template>', { scripts: ['1'] }],
  ['a script with an end of line of DOS', '<script>1\r\n2</script>', { scripts: ['1\n2'] }],
  ['a style', '<style>p > a{}</style>', { styles: ['p > a{}'] }],
  ['a style attribute', '<p style="a: &quot;b&quot;">', { refused: ['style="a: "b""'] }],
  ['a handler', '<img onerror="alert(1)">', { refused: ['onerror="alert(1)"'] }],
])('finds %s', (_, html, expected) => {
  expect(findInlineCode(html)).toEqual({ ...none, ...expected });
});
