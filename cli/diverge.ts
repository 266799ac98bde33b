// `diverge`: which pairs of series part - the inside better, the customer worse?
import Papa from 'papaparse';
import { type CommonReading, divergence, type Movement } from '../shared/checks/divergence.ts';
import { defaultPolicy } from '../shared/domain/policy.ts';
import { fault, type Row, type Sheet, UnusableInput } from './input.ts';

/** The columns that the command needs. */
export const divergeColumns = [
  'pair',
  'period',
  'internal',
  'customer',
  'internal_direction',
  'customer_direction',
] as const;

/** Magnitudes beyond this say that something is wrong with the data, not with the company. */
const absurd = 1e15;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const noNumber = /^[+-]?(?:nan|inf|infinity)$/i;

/** A cell's reading: a number, nothing, or a value that no verdict can rest on. */
const readingOf = (
  file: string,
  { number: row, cells }: Row,
  column: string,
): number | undefined | 'unusable' => {
  const text = cells[column] ?? '';
  if (text === '') return undefined;
  if (noNumber.test(text)) return 'unusable';
  if (!number.test(text))
    throw new UnusableInput(fault(file, row, column, text, 'a number with a point, or nothing'));
  const value = Number(text);
  return Math.abs(value) > absurd ? 'unusable' : value;
};

const betterOf = (file: string, { number: row, cells }: Row, column: string): 1 | -1 => {
  const text = (cells[column] ?? '').toLowerCase();
  if (text === 'higher') return 1;
  if (text === 'lower') return -1;
  throw new UnusableInput(fault(file, row, column, text, 'higher or lower'));
};

interface Line {
  readonly pair: string;
  readonly verdict: string;
  readonly readings: number;
  readonly internal_change_percent: string;
  readonly customer_change_percent: string;
}

const percent = (movement: Movement | undefined): string =>
  movement === undefined || !Number.isFinite(movement.change) ? '' : movement.change.toFixed(2);

const judgePair = (
  file: string,
  pair: string,
  rows: readonly Row[],
  places: ReadonlyMap<string, number>,
  from: number,
): Line => {
  const first = rows[0] as Row;
  const senses = {
    inside: { better: betterOf(file, first, 'internal_direction') },
    outside: { better: betterOf(file, first, 'customer_direction') },
  };
  const seen = new Map<string, number>();
  const common: CommonReading[] = [];
  let unusable = false;
  for (const row of rows) {
    const period = row.cells['period'] ?? '';
    const twice = seen.get(period);
    if (twice !== undefined)
      throw new UnusableInput(
        fault(file, row.number, 'period', period, `each period once; row ${twice} has it too`),
      );
    seen.set(period, row.number);
    for (const [column, sense] of [
      ['internal_direction', senses.inside],
      ['customer_direction', senses.outside],
    ] as const)
      if (betterOf(file, row, column) !== sense.better)
        throw new UnusableInput(
          fault(
            file,
            row.number,
            column,
            row.cells[column] ?? '',
            `the direction that row ${first.number} gives`,
          ),
        );
    const index = places.get(period) ?? 0;
    const inside = readingOf(file, row, 'internal');
    const outside = readingOf(file, row, 'customer');
    if (index < from) continue;
    if (inside === 'unusable' || outside === 'unusable') unusable = true;
    else if (inside !== undefined && outside !== undefined) common.push({ index, inside, outside });
  }
  common.sort((a, b) => a.index - b.index);
  const none = { pair, readings: common.length, internal_change_percent: '', customer_change_percent: '' };
  if (unusable) return { ...none, verdict: 'cannot-tell' };
  const told = divergence(common, senses, {
    change: defaultPolicy.divergencePercent,
    earlySign: defaultPolicy.earlySignPercent,
  });
  if (told.verdict === 'cannot-tell') return { ...none, verdict: 'cannot-tell' };
  return {
    ...none,
    verdict: told.verdict,
    internal_change_percent: percent(told.inside),
    customer_change_percent: percent(told.outside),
  };
};

/** The answer as CSV: a line a pair, in the order in which pairs first appear. `quarters`: the last places looked at. */
export const diverge = ({ file, rows }: Sheet, quarters: number): string => {
  for (const row of rows)
    for (const column of ['pair', 'period'])
      if ((row.cells[column] ?? '') === '')
        throw new UnusableInput(fault(file, row.number, column, '', `a ${column}`));
  const periods = [...new Set(rows.map((row) => row.cells['period'] ?? ''))].sort();
  const places = new Map(periods.map((period, i) => [period, i]));
  const pairs = Map.groupBy(rows, (row) => row.cells['pair'] ?? '');
  const lines = [...pairs].map(([pair, own]) =>
    judgePair(file, pair, own, places, periods.length - quarters),
  );
  return Papa.unparse(
    {
      fields: ['pair', 'verdict', 'readings', 'internal_change_percent', 'customer_change_percent'],
      data: lines,
    },
    { newline: '\n' },
  );
};
