// From the sheet to what is typed, to the draft, to the readings, and back.
import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/api/routes.ts';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import {
  draftOf,
  emptyEntry,
  entryFault,
  goesOnWithDraft,
  readable,
  type Typing,
  typingOf,
} from '../../web/my-quarter/entries.ts';
import { company } from './fake-company.ts';
import { operations } from './fake-service.ts';
import { FakeState } from './fake-state.ts';

const sheetOf = (department: string, state = new FakeState(company())): QuarterSheet => {
  const who = company().definitions.members.find(({ id }) => id === 'ben');
  if (who === undefined) throw new Error('no ben');
  const asked = {
    who,
    params: { id: department, quarter: '2026-Q2', fingerprint: '' },
    query: {},
    body: undefined,
    seen: undefined,
  } as const;
  const answer = operations.getQuarterSheet?.(state, asked);
  return routes
    .find(({ operationId }) => operationId === 'getQuarterSheet')
    ?.response.parse(answer) as QuarterSheet;
};
const typed = (entries: Typing['entries'], note = ''): Typing => ({ entries, note });
const entry = (part: Partial<typeof emptyEntry>) => ({ ...emptyEntry, ...part });

describe('a fresh sheet', () => {
  it('is empty where nothing was handed in, and says which KPIs are asked', () => {
    const sheet = sheetOf('operations');
    const typing = typingOf(sheet, 'en-GB');
    expect(Object.values(typing.entries)).toEqual(sheet.rows.map(() => emptyEntry));
    expect(readable(typing, sheet, 'en-GB').blank).toEqual([
      'build-time',
      'units-tested',
      'works-first-time',
    ]);
  });

  it('shows what was submitted, shares in per cent, in the locale', () => {
    const { entries } = typingOf(sheetOf('logistics'), 'de-DE');
    expect(entries['promise-kept']?.text).toBe('90,5');
    expect(entries['dispatch']?.text).toBe('19,5');
  });

  it('goes on with a draft only while it is newer than the submission', () => {
    const { submission } = sheetOf('logistics');
    const draft = { readings: [], basedOn: 1, savedAt: '2026-07-09T09:00:00Z' };
    if (submission === undefined) throw new Error('no submission');
    expect(goesOnWithDraft({ draft, submission })).toBe(true);
    expect(goesOnWithDraft({ draft: { ...draft, savedAt: '2026-07-01T09:00:00Z' }, submission })).toBe(false);
    expect(goesOnWithDraft({ submission })).toBe(false);
  });
});

describe('typing', () => {
  const sheet = sheetOf('operations');
  const typing = typed(
    {
      'build-time': entry({ text: '37,5', note: 'New line' }),
      'units-tested': entry({ text: 'about 40' }),
      'works-first-time': entry({ text: '90,5' }),
      'line-temperature': entry({ measured: false, because: 'Probe broken' }),
    },
    'To the board',
  );

  it('becomes readings where it can be read; the rest is named', () => {
    const read = readable(typing, sheet, 'de-DE');
    expect(read.readings).toEqual(
      [
        { kpi: 'build-time', actual: '37.5', note: 'New line' },
        { kpi: 'line-temperature', notMeasured: 'Probe broken' },
        { kpi: 'works-first-time', actual: '0.905' },
      ].sort(
        (a, b) =>
          sheet.rows.findIndex((row) => row.kpi.id === a.kpi) -
          sheet.rows.findIndex((row) => row.kpi.id === b.kpi),
      ),
    );
    expect([...read.faults]).toEqual([['units-tested', 'not-a-number']]);
    expect(read.blank).toEqual([]);
  });

  it('comes back from its draft, the unreadable part as it was typed', () => {
    const draft = { ...draftOf(typing, sheet, 'de-DE'), savedAt: '2026-07-20T08:00:01Z', basedOn: 0 };
    expect(typingOf({ ...sheet, draft }, 'de-DE')).toEqual(typing);
  });

  it('asks for the reason where something was not measured', () => {
    const row = sheet.rows[0];
    if (row === undefined) throw new Error('no row');
    expect(entryFault(entry({ measured: false, because: ' ' }), row, 'en-GB')).toBe('because-needed');
    expect(entryFault(entry({ measured: false, because: 'Probe broken' }), row, 'en-GB')).toBeUndefined();
  });

  it('keeps a figure’s source while the figure stays, and drops it when it changes', () => {
    const submitted = sheetOf('logistics');
    const before = typingOf(submitted, 'en-GB');
    const source = (typing: Typing) =>
      readable(typing, submitted, 'en-GB').readings.find(({ kpi }) => kpi === 'dispatch')?.source;
    expect(source(before)).toMatchObject({ file: 'logistics-2026-Q2.csv' });
    expect(source(typed({ ...before.entries, dispatch: entry({ text: '18' }) }))).toBeUndefined();
  });

  it('keeps the source of a figure that was only saved', () => {
    const from = { file: 'draft.csv', row: 2, column: 'actual' };
    const readings = [{ kpi: 'build-time', actual: '37.5', source: from }];
    const saved = { ...sheet, draft: { readings, savedAt: '2026-07-20T08:00:01Z', basedOn: 0 } };
    const before = typingOf(saved, 'en-GB');
    expect(draftOf(before, saved, 'en-GB').readings).toEqual(readings);
    expect(readable(before, saved, 'en-GB').readings).toEqual(readings);
    const changed = typed({ 'build-time': entry({ text: '38' }) });
    expect(draftOf(changed, saved, 'en-GB').readings).toEqual([{ kpi: 'build-time', actual: '38' }]);
  });
});

describe('the reasons behind a score', () => {
  const sheet = sheetOf('operations');
  const [row] = sheet.rows;
  if (row === undefined) throw new Error('no row');
  const withReasons = (reasons: NonNullable<Typing['entries'][string]['reasons']>) =>
    typed({ [row.kpi.id]: entry({ text: '7', reasons }) });

  it('are handed in with the figure, empty rows left out', () => {
    const typing = withReasons([
      { theme: ' waited ', count: '14', quote: '' },
      { theme: '', count: '', quote: '' },
    ]);
    expect(readable(typing, sheet, 'en-GB').readings).toEqual([
      { kpi: row.kpi.id, actual: '7', reasons: [{ theme: 'waited', count: 14 }] },
    ]);
    expect(draftOf(typing, sheet, 'en-GB').readings[0]?.reasons).toEqual([
      { theme: ' waited ', count: '14', quote: '' },
    ]);
  });

  it('need a theme and a count of at least one', () => {
    for (const half of [
      { theme: '', count: '3', quote: '' },
      { theme: 'waited', count: '', quote: '' },
      { theme: 'waited', count: '0', quote: '' },
    ])
      expect(entryFault(entry({ text: '7', reasons: [half] }), row, 'en-GB')).toBe('reason-incomplete');
    expect(entryFault(entry({ text: '7', exceptions: 'some' }), row, 'en-GB')).toBe('exceptions');
  });
});
