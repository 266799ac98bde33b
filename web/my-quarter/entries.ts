// Between what a head types and what the service keeps: entries are texts as typed, drafts may hold anything,
// readings only what can be read. Pure.

import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { asksReading } from '../../shared/domain/kpi-in-quarter.ts';
import type { Draft, Reading } from '../../shared/domain/submission.ts';
import { readTyped, type TypedFault, textOf } from '../format/typed-value.ts';

/** What is typed for one KPI. */
export interface Entry {
  readonly text: string;
  /** false: the head says that it was not measured, `because`. */
  readonly measured: boolean;
  readonly because: string;
  readonly note: string;
  /** The reasons behind a score; missing where nobody has touched them. */
  readonly reasons?: readonly TypedReason[];
  /** How often the rule was broken for a customer; missing where nobody has touched it. */
  readonly exceptions?: string;
}
/** A reason as typed. */
export interface TypedReason {
  readonly theme: string;
  readonly count: string;
  readonly quote: string;
}
/** Everything typed on a quarter's sheet. */
export interface Typing {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly note: string;
}
export type Row = QuarterSheet['rows'][number];
export type EntryFault = TypedFault | 'because-needed' | 'reason-incomplete' | 'exceptions';

export const emptyEntry: Entry = { text: '', measured: true, because: '', note: '' };

const isCount = /^\d{1,9}$/;
const isDecimal = /^-?\d+(\.\d+)?$/;

/** Whether the draft is newer than what was last submitted, and so is what the head goes on with. */
export const goesOnWithDraft = ({ draft, submission }: Pick<QuarterSheet, 'draft' | 'submission'>): boolean =>
  draft !== undefined && (submission === undefined || draft.savedAt > submission.submittedAt);

const typedReason = (reason: {
  readonly theme: string;
  readonly count: string | number;
  readonly quote?: string | undefined;
}): TypedReason => ({ theme: reason.theme, count: String(reason.count), quote: reason.quote ?? '' });

/** The reasons in which something is written. */
const written = (reasons: readonly TypedReason[]): readonly TypedReason[] =>
  reasons.filter(({ theme, count, quote }) => `${theme}${count}${quote}`.trim() !== '');

/** What stands in the inputs when the sheet is opened: the draft, else the last submission, else nothing. */
export const typingOf = (sheet: QuarterSheet, locale: string): Typing => {
  const source = goesOnWithDraft(sheet) ? sheet.draft : sheet.submission;
  const readings = new Map<string, Draft['readings'][number] | Reading>(
    source?.readings.map((reading) => [reading.kpi, reading]),
  );
  const entries = sheet.rows.map(({ kpi }): [string, Entry] => {
    const { actual = '', notMeasured, note = '', reasons, exceptions } = readings.get(kpi.id) ?? {};
    const text = isDecimal.test(actual) ? textOf(actual, kpi.unit, locale) : actual;
    return [
      kpi.id,
      {
        text,
        measured: notMeasured === undefined,
        because: notMeasured ?? '',
        note,
        ...(reasons === undefined ? {} : { reasons: reasons.map(typedReason) }),
        ...(exceptions === undefined ? {} : { exceptions: String(exceptions) }),
      },
    ];
  });
  return { entries: Object.fromEntries(entries), note: source?.note ?? '' };
};

const entryOf = ({ entries }: Typing, kpi: string): Entry => entries[kpi] ?? emptyEntry;

type Earlier = Draft['readings'][number] | Reading;

/** What was known of a KPI when the sheet was read: the draft's reading, or the last submission's. */
const earlierOf = (sheet: Pick<QuarterSheet, 'draft' | 'submission'>, kpi: string): Earlier | undefined => {
  const source = goesOnWithDraft(sheet) ? sheet.draft : sheet.submission;
  return source?.readings.find((reading: Earlier) => reading.kpi === kpi);
};

/** A figure's source goes on with it while the figure stays the same. */
const sourceOf = (earlier: Earlier | undefined, actual: string): Pick<Reading, 'source'> =>
  earlier?.source === undefined || earlier.actual !== actual ? {} : { source: earlier.source };

/** What the draft keeps: a decimal where the text can be read, else the text as typed. */
export const draftOf = (
  typing: Typing,
  sheet: Pick<QuarterSheet, 'rows' | 'draft' | 'submission'>,
  locale: string,
): Draft => ({
  readings: sheet.rows.flatMap(({ kpi }) => {
    const { text, measured, because, note, reasons, exceptions } = entryOf(typing, kpi.id);
    const typed = readTyped(text, kpi.unit, locale);
    const actual = typed.kind === 'value' ? typed.decimal : text;
    const more = {
      ...(reasons === undefined ? {} : { reasons: [...written(reasons)] }),
      ...(exceptions === undefined ? {} : { exceptions }),
    };
    if (measured && text === '' && note === '' && Object.keys(more).length === 0) return [];
    return [
      {
        kpi: kpi.id,
        ...(measured ? (actual === '' ? {} : { actual }) : { notMeasured: because }),
        ...(note === '' ? {} : { note }),
        ...more,
        ...(measured ? sourceOf(earlierOf(sheet, kpi.id), actual) : {}),
      },
    ];
  }),
  ...(typing.note === '' ? {} : { note: typing.note }),
});

/** What is wrong with an entry, or undefined. */
export const entryFault = (entry: Entry, { kpi }: Row, locale: string): EntryFault | undefined => {
  if (!entry.measured) return entry.because.trim() === '' ? 'because-needed' : undefined;
  const typed = readTyped(entry.text, kpi.unit, locale);
  if (typed.kind === 'fault') return typed.fault;
  const incomplete = written(entry.reasons ?? []).some(
    ({ theme, count }) => theme.trim() === '' || !isCount.test(count.trim()) || Number(count) < 1,
  );
  if (incomplete) return 'reason-incomplete';
  const { exceptions = '' } = entry;
  return exceptions.trim() === '' || isCount.test(exceptions.trim()) ? undefined : 'exceptions';
};

/** The readings to submit, what can't be read (by KPI), and the KPIs of which nothing is said though asked. */
export interface Readable {
  readonly readings: readonly Reading[];
  readonly faults: ReadonlyMap<string, EntryFault>;
  readonly blank: readonly string[];
}

/** What an earlier reading holds beyond the figure goes on with it while the figure stays the same. */
const kept = (earlier: Reading | undefined, actual: string): Partial<Reading> => {
  if (earlier === undefined || earlier.actual !== actual) return {};
  const { reasons, exceptions } = earlier;
  return {
    ...(reasons === undefined ? {} : { reasons }),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
};

/** What is typed beside the figure; it replaces what an earlier reading held. */
const said = ({ reasons, exceptions }: Entry): Partial<Reading> => ({
  ...(reasons === undefined
    ? {}
    : {
        reasons: written(reasons).map(({ theme, count, quote }) => ({
          theme: theme.trim(),
          count: Number(count),
          ...(quote.trim() === '' ? {} : { quote: quote.trim() }),
        })),
      }),
  ...(exceptions === undefined || exceptions.trim() === '' ? {} : { exceptions: Number(exceptions) }),
});

/** Reads everything typed on the sheet. */
export const readable = (typing: Typing, sheet: QuarterSheet, locale: string): Readable => {
  const readings: Reading[] = [];
  const faults = new Map<string, EntryFault>();
  const blank: string[] = [];
  for (const row of sheet.rows) {
    const { kpi } = row;
    const entry = entryOf(typing, kpi.id);
    const fault = entryFault(entry, row, locale);
    const note = entry.note.trim() === '' ? {} : { note: entry.note.trim() };
    const typed = readTyped(entry.text, kpi.unit, locale);
    if (fault !== undefined) faults.set(kpi.id, fault);
    else if (!entry.measured) readings.push({ kpi: kpi.id, notMeasured: entry.because.trim(), ...note });
    else if (typed.kind === 'value') {
      const earlier = sheet.submission?.readings.find((reading) => reading.kpi === kpi.id);
      readings.push({
        kpi: kpi.id,
        actual: typed.decimal,
        ...note,
        ...kept(earlier, typed.decimal),
        ...said(entry),
        ...sourceOf(earlierOf(sheet, kpi.id), typed.decimal),
      });
    } else if (asksReading(kpi, sheet.quarter)) blank.push(kpi.id);
  }
  return { readings, faults, blank };
};
