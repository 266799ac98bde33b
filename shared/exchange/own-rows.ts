// The rows of own sheets: the figures that they hold, the unit that all figures of a KPI share, and who owns it.
import { big } from '../domain/exact.ts';
import type { Kpi } from '../domain/kpi.ts';
import type { Member } from '../domain/member.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Unit } from '../domain/unit.ts';
import type { FileLocale } from './form.ts';
import { type Figure, figureOf, unitOf } from './own-cells.ts';
import { type OwnMeaning, quarterIn } from './own-columns.ts';

/** A row that names a KPI: its sheet, its place in it from 0, its cells and what its columns mean. */
export interface SheetRow {
  readonly sheet: number;
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: readonly (OwnMeaning | undefined)[];
  readonly name: string;
  readonly department: string;
}
export interface RowFigure {
  readonly what: 'target' | 'actual';
  /** The quarter; a text that is none stands as it was written. */
  readonly quarter: Quarter;
  readonly figure: NonNullable<Figure>;
  readonly column: number;
}
export interface ReadRow extends SheetRow {
  readonly departmentId: string;
  readonly id: string;
  readonly figures: readonly RowFigure[];
}

/** The figures of a row. */
export const figuresIn = (
  { cells, columns }: SheetRow,
  reporting: Quarter,
  locale: FileLocale,
): RowFigure[] => {
  const period = cells[columns.indexOf('quarter')]?.trim() ?? '';
  const own = period === '' ? reporting : (quarterIn(period, reporting) ?? (period as Quarter));
  return columns.flatMap((meaning, column): RowFigure[] => {
    const [what, quarter = own] = (meaning?.split(' ') ?? []) as [string?, Quarter?];
    if (what !== 'target' && what !== 'actual') return [];
    const figure = figureOf(cells[column] ?? '', locale);
    return figure === undefined ? [] : [{ what, quarter, figure, column }];
  });
};

/** A KPI's unit with how its figures become numbers of it: as they are, or a hundredth of them. */
export interface RowUnit extends Unit {
  readonly hundredth: boolean;
}

const numbersOf = (
  rows: readonly ReadRow[],
): readonly { readonly number: number; readonly percent: boolean }[] =>
  rows.flatMap(({ figures }) =>
    figures.flatMap(({ figure }) =>
      'number' in figure ? [{ number: Number(figure.number), percent: figure.percent }] : [],
    ),
  );

/** Whether figures of the unit are parts of a hundred: those beyond it are kept in %. */
const isShare = ({ kind, symbol }: Unit): boolean => kind === 'share' || symbol === '%';

const shareNames = /%|\b(?:rate|ratio|share|percent\w*|utili[sz]ation|on[- ]time|quota|quote)\b/i;

const share = (percentPoints: boolean, numbers: ReturnType<typeof numbersOf>): RowUnit => {
  const beyond = numbers.some(
    ({ number, percent }) => number < 0 || number > (percent || percentPoints ? 100 : 1),
  );
  return beyond
    ? { kind: 'other', symbol: '%', hundredth: percentPoints }
    : { kind: 'share', symbol: '', hundredth: percentPoints };
};

/**
 * The unit of each KPI: what the sheet says, else what the organisation knows, else what the figures look like. Shares
 * are written as 0.93 or as 93 in a whole sheet alike, so the middle one of all decides; shares beyond 100 % are kept in %.
 */
export const unitOfRows = (
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, Kpi>,
): ReadonlyMap<string, RowUnit> => {
  const groups = Map.groupBy(rows, ({ id }) => id);
  const first = new Map(
    [...groups].map(([id, group]) => {
      const numbers = numbersOf(group);
      const cell = group
        .map(({ cells, columns }) => cells[columns.indexOf('unit')] ?? '')
        .find((text) => text.trim() !== '');
      const said = unitOf(cell ?? '') ?? known.get(id)?.unit;
      const looksLikeShare =
        numbers.length > 0 &&
        (numbers.some(({ percent }) => percent) ||
          (shareNames.test(group[0]?.name ?? '') &&
            numbers.every(({ number }) => number >= 0 && number <= 1)));
      const unit =
        said ??
        (looksLikeShare ? { kind: 'share' as const, symbol: '' } : { kind: 'other' as const, symbol: '' });
      return [id, { unit, numbers }] as const;
    }),
  );
  const shares = [...first.values()]
    .filter(({ unit }) => isShare(unit))
    .flatMap(({ numbers }) => numbers.filter(({ percent }) => !percent).map(({ number }) => Math.abs(number)))
    .sort((a, b) => a - b);
  const percentPoints = (shares[Math.floor(shares.length / 2)] ?? 0) > 1.5;
  return new Map(
    [...first].map(([id, { unit, numbers }]) => [
      id,
      isShare(unit) ? share(percentPoints, numbers) : { ...unit, hundredth: false },
    ]),
  );
};

/** A figure as a number of its KPI's unit. */
export const numberIn = (
  { kind, symbol, hundredth }: RowUnit,
  figure: { number: string; percent: boolean },
): string => {
  const inPercent = figure.percent || hundredth;
  if (kind === 'share') return inPercent ? big(figure.number).div(100).toFixed() : figure.number;
  return symbol === '%' && !inPercent ? big(figure.number).times(100).toFixed() : figure.number;
};

const lowerWords = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The member whom the row's owner names: by the whole name, or by initial and surname where only one fits. */
export const ownerIn = (
  { cells, columns }: SheetRow,
  members: readonly Pick<Member, 'id' | 'name' | 'status'>[],
): { readonly id?: string; readonly stranger?: string } => {
  const text = cells[columns.indexOf('owner')]?.trim() ?? '';
  if (text === '') return {};
  const asked = lowerWords(text);
  const fitting = members.filter(({ id, name, status }) => {
    if (status !== 'active') return false;
    const own = lowerWords(name);
    return (
      id === text ||
      asked.every((word) =>
        word.length === 1 ? own.some((one) => one.startsWith(word)) : own.includes(word),
      )
    );
  });
  const [one] = fitting;
  return one !== undefined && fitting.length === 1 ? { id: one.id } : { stranger: text };
};
