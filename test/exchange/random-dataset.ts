// Organisations of any shape that the domain accepts, with texts that spreadsheet programs like to change: what looks
// like a formula, a number, a date, an error, an escape.
import fc from 'fast-check';
import { departmentFunctions } from '../../shared/domain/department.ts';
import { directions, perspectives } from '../../shared/domain/kpi.ts';
import { roles } from '../../shared/domain/member.ts';
import { policySchema } from '../../shared/domain/policy.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { quarterAt } from '../../shared/domain/quarter-steps.ts';
import type { Dataset } from '../../shared/exchange/dataset.ts';

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc
    .record(shape)
    .map(
      (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T,
    );

const tricky = [
  '=1+1',
  '=HYPERLINK("http://a.example","x")',
  '@SUM(A1)',
  '+49 30 12345',
  '-',
  '+',
  '-1-2',
  '#N/A',
  '#DIV/0!',
  '_x0041_',
  '_x005F_x0041_',
  '007',
  '1e5',
  'TRUE',
  'yes',
  '2026-03-31',
  "'quoted",
  "'=1",
  "''",
  '1,5',
  'a;b',
  'a,b',
  '"',
  'a "b" c',
  '＝1+1',
  '<b>&amp;</b>',
  ']]>',
  'Ünï — 中文 😀',
  'none',
];
const hidden = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\uFFFE\uFFFF]/u;
const lineText = fc.oneof(
  fc.constantFrom(...tricky),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !hidden.test(text)),
);
const proseText = fc.oneof(
  lineText,
  fc.tuple(lineText, lineText).map((lines) => lines.join('\n')),
);

const slugText = fc.stringMatching(/^[a-z0-9-]{1,6}$/);
const decimalText = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.stringMatching(/^\d{0,9}[1-9]$/))
    .map(([whole, digits]) => `${whole}.${digits}`),
  fc.constantFrom('123456789012345678', '0.12345678901234567891', '-0.5', '0'),
);
const shareText = fc.integer({ min: 0, max: 999 }).map((n) => (n === 0 ? '0' : `0.${n}`.replace(/0+$/, '')));
const dayText = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instantText = dayText.map((day) => `${day}T09:30:00Z`);
const anyQuarter: fc.Arbitrary<Quarter> = fc.integer({ min: 2020 * 4, max: 2030 * 4 }).map(quarterAt);
const life = { firstQuarter: some(anyQuarter), retiredFrom: some(anyQuarter) };
const listOf = <T>(items: readonly T[]) => fc.subarray([...items], { maxLength: Math.min(3, items.length) });
const from = (ids: readonly string[]) => some(fc.constantFrom(...ids));

const defined = <T extends object>(ids: readonly string[], fields: fc.Arbitrary<T>) =>
  fc.tuple(...ids.map((id) => fields.map((one) => ({ id, fields: one }))));

const unit = fc.constantFrom(
  { kind: 'share', symbol: '' } as const,
  { kind: 'duration', symbol: 'working-day' } as const,
  { kind: 'money', symbol: 'EUR' } as const,
  { kind: 'rate', symbol: '1/h' } as const,
);

const content = (ids: { readonly [kind in 'd' | 'm' | 'j' | 'o' | 'b' | 'k']: readonly string[] }) => {
  const { d, m, j, o, b, k } = ids;
  const clock = present({
    journey: fc.constantFrom(...j),
    from: fc.constant('begin'),
    to: fc.constant('end'),
  });
  const kpi = present({
    department: fc.constantFrom(...d),
    objective: from(b),
    name: lineText,
    definition: some(proseText),
    unit,
    direction: fc.constantFrom(...directions),
    perspective: fc.constantFrom(...perspectives),
    perspectiveConfirmed: fc.boolean(),
    owner: from(m),
    baseline: some(decimalText),
    everyQuarters: fc.constantFrom(1, 2, 4),
    clock: some(fc.oneof(clock, fc.constant('on-no-journey' as const))),
    touchpoints: fc.subarray(j.map((id) => `${id}/door`)),
    channels: listOf(['web', 'shop', 'phone']),
    counterparts: listOf(k).chain((kpis) =>
      fc.tuple(...kpis.map((id) => fc.record({ kpi: fc.constant(id), lag: fc.integer({ min: 0, max: 4 }) }))),
    ),
    contributions: listOf(o).chain((outcomes) =>
      fc.tuple(
        ...outcomes.map((id) =>
          present({
            outcome: fc.constant(id),
            effect: fc.constantFrom('+', '-'),
            lag: fc.integer({ min: 0, max: 4 }),
            rationale: some(proseText),
          }),
        ),
      ),
    ),
    sentiment: some(fc.constantFrom('nps', 'csat', 'ces')),
    roomToAct: some(fc.boolean()),
    ...life,
  });
  return fc.record({
    organisation: some(
      fc.record({
        id: slugText,
        name: lineText,
        timeZone: fc.constantFrom('Europe/Berlin', 'UTC'),
        currency: fc.constantFrom('EUR', 'GBP'),
        fiscalStart: fc.integer({ min: 1, max: 12 }),
      }),
    ),
    policy: fc
      .record({
        dueDays: fc.integer({ min: 0, max: 365 }),
        nearPercent: fc.integer({ min: 0, max: 500 }).map((n) => n / 10),
        reminderDays: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 5 }),
        checks: fc.dictionary(slugText, fc.boolean(), { maxKeys: 3 }),
      })
      .map((policy) => policySchema.parse(policy)),
    members: defined(
      m,
      fc.record({
        name: lineText,
        email: fc.constant('ann@example.org'),
        roles: fc.subarray([...roles], { minLength: 1 }),
        heads: listOf(d),
        deputyOf: listOf(d).chain((departments) =>
          fc.tuple(
            ...departments.map((department) =>
              fc.record({ department: fc.constant(department), until: dayText }),
            ),
          ),
        ),
        locale: fc.constantFrom('en-US', 'en-GB', 'de-DE'),
        mail: fc.record({ digest: fc.constantFrom('weekly', 'never'), reminders: fc.boolean() }),
        status: fc.constantFrom('active', 'removed'),
      }),
    ),
    departments: defined(
      d,
      present({
        name: lineText,
        function: fc.constantFrom(...departmentFunctions),
        charter: some(proseText),
        ...life,
      }),
    ),
    journeys: defined(
      j,
      present({
        name: lineText,
        events: fc.tuple(
          fc.record({
            id: fc.constant('begin'),
            name: lineText,
            seenBy: fc.constantFrom('customer', 'inside'),
          }),
          fc.record({
            id: fc.constant('end'),
            name: lineText,
            seenBy: fc.constantFrom('customer', 'inside'),
          }),
        ),
        touchpoints: fc.tuple(
          fc.record({
            id: fc.constant('door'),
            name: lineText,
            channels: listOf(['web', 'shop']),
            owners: listOf(d),
            momentOfTruth: fc.boolean(),
          }),
        ),
        segments: fc.array(
          fc.record({
            from: fc.constant('begin'),
            to: fc.constant('end'),
            duration: decimalText,
            unit: fc.constant({ kind: 'duration' as const, symbol: 'h' }),
          }),
          { maxLength: 1 },
        ),
        ...life,
      }),
    ),
    capabilities: defined(
      ['together'],
      present({
        name: lineText,
        description: some(proseText),
        departments: listOf(d),
        outcomes: listOf(o),
        ...life,
      }),
    ),
    outcomes: defined(
      o,
      present({
        statement: proseText,
        segment: some(lineText),
        journey: from(j),
        touchpoints: fc.subarray(j.map((id) => `${id}/door`)),
        clock: some(clock),
        tolerance: some(
          fc.record({ value: decimalText, unit, direction: fc.constantFrom('higher', 'lower') }),
        ),
        weight: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
        owningDepartment: from(d),
        validation: some(
          fc.record({
            method: lineText,
            sampleSize: fc.integer({ min: 1, max: 1000 }),
            date: dayText,
            source: lineText,
          }),
        ),
        ...life,
      }),
    ),
    objectives: defined(
      b,
      present({
        department: fc.constantFrom(...d),
        title: lineText,
        lastQuarter: some(anyQuarter),
        outcomes: listOf(o),
        capability: from(['together']),
        ...life,
      }),
    ),
    kpis: defined(k, kpi),
  });
};

const ids = (prefix: string, most: number) =>
  fc.uniqueArray(fc.oneof(slugText, fc.constant(`${prefix}-1`)), { minLength: 1, maxLength: most });

/** Targets and readings of a dataset's KPIs, in the order in which a file gives them back. */
const figures = (dataset: Omit<Dataset, 'asOf' | 'targets' | 'submissions'>) => {
  const quarters = fc.uniqueArray(anyQuarter, { maxLength: 2 });
  const target = (kpi: Dataset['kpis'][number]) =>
    quarters.chain((list) =>
      fc.tuple(
        ...list.map((quarter) =>
          present({
            kpi: fc.constant(kpi.id),
            from: fc.constant(quarter),
            value:
              kpi.fields.direction === 'range' ? shareText.map((low) => ({ low, high: '1' })) : shareText,
            reason: some(proseText),
            setAt: some(instantText),
            by: some(fc.constantFrom(...dataset.members.map(({ id }) => id))),
          }),
        ),
      ),
    );
  const reading = (kpi: string) =>
    fc.oneof(
      present({
        kpi: fc.constant(kpi),
        actual: shareText,
        note: some(proseText),
        reasons: some(
          fc.uniqueArray(
            present({ theme: lineText, count: fc.integer({ min: 1, max: 99 }), quote: some(proseText) }),
            { minLength: 1, maxLength: 2, selector: ({ theme }) => theme },
          ),
        ),
        exceptions: some(fc.nat({ max: 99 })),
        source: some(fc.record({ file: lineText, row: fc.integer({ min: 1, max: 99 }), column: lineText })),
      }),
      present({ kpi: fc.constant(kpi), notMeasured: proseText }),
    );
  const submission = (department: string, quarter: Quarter) =>
    fc
      .tuple(
        ...dataset.kpis.filter(({ fields }) => fields.department === department).map(({ id }) => reading(id)),
      )
      .map((readings) => ({ department, quarter, readings }));
  return fc
    .tuple(
      fc.tuple(...dataset.kpis.map(target)),
      fc.tuple(...dataset.departments.map(({ id }) => submission(id, '2026-Q2'))),
    )
    .map(([targets, submissions]) => ({
      targets: targets.flat(),
      submissions: submissions
        .filter(({ readings }) => readings.length > 0)
        .sort((a, b) => (a.department < b.department ? -1 : 1)),
    }));
};

/** Any organisation, as a file would give it back. */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .record({ d: ids('d', 3), m: ids('m', 2), j: ids('j', 2), o: ids('o', 3), b: ids('b', 2), k: ids('k', 4) })
  .chain(content)
  .chain((dataset) =>
    fc.tuple(figures(dataset as Parameters<typeof figures>[0]), some(instantText)).map(
      ([more, asOf]): Dataset =>
        ({
          ...dataset,
          ...more,
          asOf: dataset.organisation === undefined ? undefined : asOf,
        }) as Dataset,
    ),
  );
