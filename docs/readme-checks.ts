// The README's table of checks, written by the catalogue between two markers; the rest of the README is written by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../shared/checks/catalogue.ts';
import type { Page } from './generate.ts';

const begin = '<!-- checks: made by docs/generate.ts -->';
const end = '<!-- /checks -->';

const table = (): string =>
  [
    '| check | level | asks |',
    '| --- | --- | --- |',
    ...catalogue.map(
      ({ meta }) =>
        `| [${meta.id}](docs/checks/${meta.id}.md)${meta.onByDefault === false ? ' (off by default)' : ''} | ${meta.levels.join(', ')} | ${meta.question} |`,
    ),
  ].join('\n');

/** A text with the table of checks between its markers. Throws where it has not each marker once, in order. */
export const withChecks = (text: string): string => {
  const [before, rest, ...more] = text.split(begin);
  const [old, after, ...others] = (rest ?? '').split(end);
  if (before === undefined || old === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`README.md: expected “${begin}” and “${end}”, each once and in this order`);
  return `${before}${begin}\n${table()}\n${end}${after}`;
};

/** The README as it should be. */
export const readmePage = (): Page => ({
  path: 'README.md',
  text: withChecks(readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')),
});
