import { type ComponentChild, Fragment, type VNode, h, options } from 'preact';

/**
 * A Preact hook that keeps islands correct on pages that a browser translates. Translators replace text
 * nodes, and Preact would update the detached ones (preactjs/preact#948). So no text is changed in place:
 * an element with only text gets a key made of the text, and text next to elements, or in elements that
 * must not be replaced, is wrapped in a span with such a key. It runs on the server too.
 */
const previousHook = options.vnode;

options.vnode = (vnode) => {
  if (typeof vnode.type === 'string' ? !untouched.has(vnode.type) : vnode.type === Fragment) {
    keyText(vnode as VNode<{ children?: ComponentChild | ComponentChild[] }>);
  }
  previousHook?.(vnode);
};

/** Elements that may contain only text, or that translators do not change. */
const untouched = new Set(['style', 'script', 'textarea', 'title', 'desc', 'text', 'tspan']);

/** Elements that can be replaced by a new one, since focus, labels and live regions do not depend on them. */
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

/** Joins adjacent texts; an empty text becomes null, so that other children keep their position. */
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
