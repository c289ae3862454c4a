import { type ComponentChild, Fragment, type VNode, h, options } from 'preact';

/**
 * Keeps islands right on pages that a browser translates. Translators replace text nodes by elements
 * of their own, and Preact would go on writing to nodes that no one sees (preactjs/preact#948). So
 * no text is changed in place: an element with nothing but text gets a key made of it, and text
 * beside elements, or in elements that must stay where they are, gets a span with such a key.
 * What is imported here works for every island that imports it, on the server too.
 */
const before = options.vnode;

options.vnode = (vnode) => {
  if (typeof vnode.type === 'string' ? !untouched.has(vnode.type) : vnode.type === Fragment) {
    keyText(vnode as VNode<{ children?: ComponentChild | ComponentChild[] }>);
  }
  before?.(vnode);
};

/** Elements in which only text may stand, or in which translators replace nothing. */
const untouched = new Set(['style', 'script', 'textarea', 'title', 'desc', 'text', 'tspan']);

/** Elements that no focus, label or announcement is bound to: a new one may take their place. */
const replaceable = new Set(['span', 'p', 'b', 'i', 'li', 'td', 'th', 'option', 'figcaption']);

function keyText(vnode: VNode<{ children?: ComponentChild | ComponentChild[] }>): void {
  const { children } = vnode.props;
  const parts = joinText(Array.isArray(children) ? children : [children]);
  const [only, ...others] = parts;
  if (!parts.some(isText) || vnode.key === only) return;
  if (isText(only) && others.length === 0 && isReplaceable(vnode)) {
    vnode.key = only;
    vnode.props.children = only;
  } else {
    vnode.props.children = parts.map((part) =>
      isText(part) ? h('span', { key: part }, part) : part,
    );
  }
}

/** Neighbouring texts as one; whatever else there is keeps its place. */
function joinText(children: ComponentChild[]): ComponentChild[] {
  const joined: ComponentChild[] = [];
  for (const child of children) {
    const text = typeof child === 'number' ? String(child) : child;
    const last = joined.at(-1);
    if (isText(text) && isText(last)) joined[joined.length - 1] = last + text;
    else joined.push(text === '' ? null : text);
  }
  return joined;
}

function isText(child: ComponentChild): child is string {
  return typeof child === 'string';
}

function isReplaceable({ type, key, ref, props }: VNode): boolean {
  const bound = ref ?? ['id', 'role', 'tabIndex'].find((name) => name in props);
  return key == null && bound === undefined && replaceable.has(type as string);
}
