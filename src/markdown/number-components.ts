import { defineMdastPlugin } from 'satteri';

/**
 * A Markdown plugin that tells each component of a page its place among the page's components, as the
 * attribute `use`: "0" for the first in reading order. The page's outline lists them in the same order,
 * so that a component finds its citations and anchors there, in whatever order Astro renders.
 */
export const numberComponents = () => {
  let next = 0;
  // Attributes of a node cannot be set in place; Sätteri takes a copy that keeps the children.
  const withNumber = <T extends { attributes: object[] }>(node: Readonly<T>): T => ({
    ...node,
    attributes: [
      ...node.attributes,
      { type: 'mdxJsxAttribute', name: 'use', value: String(next++) },
    ],
  });
  return defineMdastPlugin({
    name: 'sb-number-components',
    mdxJsxFlowElement: withNumber,
    mdxJsxTextElement: withNumber,
  });
};
