// A chart as text, where nothing but text is wanted: mail, pictures and paper. Charts are plain functions without state,
// so writing them out is a walk over their elements; React's own writer would weigh five times as much as the function
// that needs it. A test holds both equal.
import { Fragment, isValidElement, type ReactNode } from 'react';

type Attributes = Readonly<Record<string, unknown>>;

const keepsCapitals = new Set(['viewBox', 'patternUnits', 'patternTransform', 'textLength']);

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const dashed = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const styleOf = (style: Attributes): string =>
  Object.entries(style)
    .map(([name, value]) => `${dashed(name)}:${String(value)}`)
    .join(';');

const attributeOf = ([name, value]: [string, unknown]): string => {
  if (value === undefined || value === null || value === false || name === 'children' || name === 'key')
    return '';
  if (name === 'style') return ` style="${escaped(styleOf(value as Attributes))}"`;
  return ` ${keepsCapitals.has(name) ? name : dashed(name)}="${escaped(String(value))}"`;
};

/** The markup of an element and of everything in it. Throws an Error for what is no plain element of SVG. */
export const markupOf = (node: ReactNode): string => {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number') return escaped(String(node));
  if (Array.isArray(node)) return node.map(markupOf).join('');
  if (!isValidElement<Attributes>(node)) throw new Error('A drawing holds something that is no element.');
  const { type, props } = node;
  if (typeof type === 'function') return markupOf((type as (props: Attributes) => ReactNode)(props));
  const inside = markupOf(props['children'] as ReactNode);
  if ((type as unknown) === Fragment) return inside;
  if (typeof type !== 'string') throw new Error('A drawing holds a component that is no function.');
  return `<${type}${Object.entries(props).map(attributeOf).join('')}>${inside}</${type}>`;
};
