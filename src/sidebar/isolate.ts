/** Names from outside may be written from right to left, in sentences that are not. */
import { type ComponentChild, createElement, Fragment, options, type VNode } from 'preact';

const letter = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';

/** Words of such letters, with the spaces and strokes within a name. */
const words = new RegExp(
  '([' + letter + '][' + letter + '\\p{M}]*(?:[ ’\'"״׳-]+[' + letter + '][' + letter + '\\p{M}]*)*)',
  'u',
);

/** What holds nothing but text. */
const plain: readonly unknown[] = ['bdi', 'option', 'textarea'];

/** The text with each such name as a thing of its own, which moves nothing beside it. */
function isolated(child: ComponentChild): ComponentChild {
  if (typeof child !== 'string' || !words.test(child)) return child;
  return createElement(
    Fragment,
    null,
    child.split(words).map((part, at) => (at % 2 ? createElement('bdi', null, part) : part)),
  );
}

/**
 * Isolates names in whatever is shown from now on (Unicode annex 9: what stands between two of them, such as the arrow
 * of a change, would turn with them, and tell it the wrong way round). In one place, so that no page forgets it.
 */
export function isolateNames(): void {
  options.vnode = (node: VNode) => {
    if (plain.includes(node.type) || (typeof node.type !== 'string' && node.type !== Fragment)) return;
    const { props } = node;
    const { children } = props;
    if (children === undefined) return;
    props.children = Array.isArray(children) ? children.map(isolated) : isolated(children as ComponentChild);
  };
}
