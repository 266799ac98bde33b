// What people may want, and how a seed makes them want it.
import type { Quarter } from '../../shared/domain/quarter.ts';

/** What a person wants done. */
export type Intent =
  | {
      readonly do: 'define';
      readonly kind: 'department' | 'outcome' | 'kpi' | 'member';
      readonly id: string;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | {
      readonly do: 'submit';
      readonly department: string;
      readonly quarter: Quarter;
      readonly actuals: Readonly<Record<string, string>>;
    }
  | {
      readonly do: 'decide';
      readonly department: string;
      readonly quarter: Quarter;
      readonly state: 'accepted' | 'returned';
    }
  | {
      readonly do: 'answer';
      readonly finding: string;
      readonly how: 'acknowledge' | 'comment' | 'ask' | 'approve' | 'refuse';
    }
  | { readonly do: 'act'; readonly findings: readonly string[] }
  | { readonly do: 'end'; readonly action: string; readonly state: 'done' | 'dropped' }
  | { readonly do: 'seal' | 'reopen'; readonly quarter: Quarter }
  | { readonly do: 'unsubscribe'; readonly member: string }
  | { readonly do: 'prefer'; readonly member: string; readonly digest: 'weekly' | 'never' }
  /** So many members beside the outcomes and KPIs that there are, in one change. */
  | { readonly do: 'import'; readonly word: string; readonly members: number };

/** What there is to choose from in an organisation when somebody wants something. */
export interface Seen {
  readonly findings: readonly string[];
  readonly actions: readonly string[];
}
export type Pick = <T>(list: readonly T[]) => T;

export const departments = ['warehouse', 'service'] as const;
export const outcomes = ['o1', 'o2'] as const;
export const kpis = ['k1', 'k2', 'k3'] as const;
export const people = ['ada', 'hanna', 'erin'] as const;
const quarters: readonly Quarter[] = ['2026-Q1', '2026-Q2', '2026-Q3'];

export const kpiBody = (pick: Pick, id: string) => ({
  name: pick(['Orders picked per hour', 'Deliveries on the promised day', 'Calls answered']),
  unit: { kind: 'count', symbol: '' },
  direction: 'higher',
  department: pick(departments),
  perspective: pick(['internal-efficiency', 'customer-facing']),
  owner: 'hanna',
  counterparts: [{ kpi: pick(kpis.filter((other) => other !== id)) }].slice(pick([0, 0, 1])),
  contributions: [{ outcome: pick([...outcomes, 'nowhere']), effect: '+' }],
});

export const headBody = (pick: Pick, org: string) => ({
  name: 'Hanna',
  email: `hanna@${org}.example`,
  roles: ['department-head'],
  heads: ['warehouse'],
  mail: { digest: pick(['weekly', 'weekly', 'never']), reminders: true },
});

/** What somebody in an organisation wants now. */
export const intentOf = (pick: Pick, org: string, { findings, actions }: Seen): Intent => {
  const quarter = pick(quarters);
  const submit = (): Intent => ({
    do: 'submit',
    department: 'warehouse',
    quarter: '2026-Q2',
    actuals: { k1: pick(['5', '7']) },
  });
  const answer = (): Intent =>
    findings.length === 0
      ? submit()
      : {
          do: 'answer',
          finding: pick(findings.slice(0, 3)),
          how: pick(['acknowledge', 'comment', 'ask', 'ask', 'approve', 'refuse']),
        };
  const define = (kind: 'outcome' | 'kpi' | 'member', id: string, body: object): Intent => ({
    do: 'define',
    kind,
    id,
    body: { ...body },
  });
  const kpi = pick(kpis);
  return pick<() => Intent>([
    () => define('kpi', kpi, kpiBody(pick, kpi)),
    () => define('kpi', 'k1', kpiBody(pick, 'k1')),
    () => define('outcome', pick(outcomes), { statement: pick([`${org} works.`, `${org} comes.`]) }),
    () => define('member', 'hanna', headBody(pick, org)),
    submit,
    submit,
    () => ({ do: 'submit', department: pick(departments), quarter, actuals: { [kpi]: '5' } }),
    () => ({
      do: 'decide',
      department: 'warehouse',
      quarter: '2026-Q2',
      state: pick(['accepted', 'returned']),
    }),
    answer,
    answer,
    answer,
    () => (findings.length === 0 ? answer() : { do: 'act', findings: [pick(findings)] }),
    () =>
      actions.length === 0
        ? answer()
        : { do: 'end', action: pick(actions), state: pick(['done', 'dropped']) },
    () => ({ do: 'seal', quarter: pick(['2026-Q1', '2026-Q2']) }),
    () => ({ do: pick(['seal', 'reopen']), quarter: pick(['2026-Q1', '2026-Q2']) }),
    () => ({ do: 'unsubscribe', member: 'hanna' }),
    () => ({ do: 'prefer', member: 'hanna', digest: pick(['weekly', 'never']) }),
    () => ({ do: 'import', word: pick(['one', 'other']), members: pick([0, 0, 0, 42]) }),
  ])();
};

/** What every organisation begins with, after its first analyst. */
export const prelude = (org: string): Intent[] => {
  const first: Pick = ([one]) => one as never;
  return [
    ...outcomes.map(
      (id): Intent => ({ do: 'define', kind: 'outcome', id, body: { statement: `${org} works.` } }),
    ),
    ...departments.map(
      (id): Intent => ({
        do: 'define',
        kind: 'department',
        id,
        body: { name: `${id} of ${org}`, function: 'other' },
      }),
    ),
    { do: 'define', kind: 'member', id: 'hanna', body: headBody(first, org) },
    {
      do: 'define',
      kind: 'member',
      id: 'erin',
      body: { name: 'Erin', email: `erin@${org}.example`, roles: ['executive'] },
    },
    ...kpis.map((id): Intent => ({ do: 'define', kind: 'kpi', id, body: kpiBody(first, id) })),
  ];
};
