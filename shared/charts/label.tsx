// Words in a drawing. SVG neither measures nor wraps, so widths are estimated from the letters - the same everywhere,
// so that page, mail and paper break lines alike.
import type { ReactElement } from 'react';
import { place } from './scale.ts';

const narrow = /[iljtfrI1.,:;'|()[\]!\s]/;
const wide = /[mwMW@%ABCDGHKNOQRSUVXYZ]/;

/** The estimated width of a text in pixels at a size; a little too wide rather than too narrow. */
export const textWidth = (text: string, size: number): number =>
  place(
    [...text].reduce(
      (sum, letter) => sum + (narrow.test(letter) ? 0.34 : wide.test(letter) ? 0.74 : 0.58),
      0,
    ) * size,
  );

/** Cuts a text back to its last whole word, where that leaves most of it. */
const toWord = (cut: string, text: string): string => {
  if (/^\s/.test(text.slice(cut.length))) return cut.trimEnd();
  const end = cut.lastIndexOf(' ');
  return end * 2 > cut.length ? cut.slice(0, end).replace(/[\s,;:–-]+$/, '') : cut;
};

/** The text, cut with an ellipsis where it is wider than its place; between words where that leaves enough. */
export const fitted = (text: string, width: number, size: number): string => {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${toWord(letters.join(''), text)}…`;
};

/** The text in at most so many lines of a width; what is left over ends in an ellipsis. */
export const wrapped = (text: string, width: number, size: number, most: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const shown = lines.slice(0, most);
  const rest = lines.slice(most - 1).join(' ');
  return lines.length <= most
    ? shown.map((one) => fitted(one, width, size))
    : [...shown.slice(0, -1).map((one) => fitted(one, width, size)), fitted(`${rest}`, width, size)];
};

export interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: number;
  /** Degrees by which the text is turned around its beginning. */
  readonly turn?: number;
  /** Another line of the same words follows: they are read, and found by voice, with a space between. */
  readonly goesOn?: boolean;
  /** The colour around the letters, where they stand on a drawing. */
  readonly halo?: string;
}

/** One line of text. */
export const Label = ({
  x,
  y,
  text,
  size = 12,
  fill,
  anchor = 'start',
  weight,
  turn,
  goesOn = false,
  halo,
}: LabelProps): ReactElement => (
  <text
    x={place(x)}
    y={place(y)}
    fontSize={size}
    fill={fill}
    {...(anchor === 'start' ? {} : { textAnchor: anchor })}
    {...(weight === undefined ? {} : { fontWeight: weight })}
    {...(halo === undefined
      ? {}
      : { stroke: halo, strokeWidth: 3.5, strokeLinejoin: 'round', paintOrder: 'stroke' })}
    {...(turn === undefined ? {} : { transform: `rotate(${turn} ${place(x)} ${place(y)})` })}
  >
    {goesOn ? `${text} ` : text}
  </text>
);
