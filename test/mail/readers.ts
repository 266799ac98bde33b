// Readers, findings and facts for the tests of mail: a small company on 20 October 2026, whose report is of Q3.
import type { Place } from '../../shared/format/formats.ts';
import type { DigestFacts, DigestLine } from '../../shared/mail/digest.ts';
import { inEnglish, type MailLanguage, type Voice, voiceOf } from '../../shared/mail/voice.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { ActionLine } from '../../shared/report/decision-lines.ts';

/** A voice for a locale in Berlin, in a calendar year unless another place is given. */
export const voiceIn = (
  locale: Place['locale'] = 'en-GB',
  language: MailLanguage = inEnglish,
  place: Place = { locale, timeZone: 'Europe/Berlin', fiscalStart: 1 },
): Voice => voiceOf(place, language);

export const executive = { id: 'eve', name: 'Eve', roles: ['executive' as const], heads: [] };
export const head = (department: string) => ({
  id: 'otto',
  name: 'Otto',
  roles: ['department-head' as const],
  heads: [department],
});

/** A line of the register, told by its number. */
export const line = (n = 1, more: Partial<DigestLine> = {}): DigestLine => ({
  fingerprint: String(n).padStart(32, '0'),
  check: 'missing-counterpart',
  level: 'error',
  subject: { kind: 'kpi', ids: [`dispatch-${n}`] },
  department: 'operations',
  message: 'none-linked',
  data: { kpi: `Order to dispatch ${n}` },
  reasons: ['none-linked'],
  state: 'open',
  since: '2026-Q3',
  ...more,
});

export const action = (id: string, more: Partial<ActionLine> = {}): ActionLine => ({
  id,
  text: `Do ${id}`,
  owner: 'otto',
  department: 'operations',
  dueQuarter: '2027-Q1',
  decidedIn: '2026-Q3',
  age: 0,
  stalled: false,
  findings: [],
  open: 1,
  ...more,
});

const report = (actions: readonly ActionLine[]) =>
  ({
    organisation: { id: 'acme', name: 'Acme', currency: 'EUR', fiscalStart: 1 },
    quarter: '2026-Q3',
    calendar: { timeZone: 'Europe/Berlin', fiscalStart: 1 },
    headline: { message: 'no-internal-kpi', data: { quarter: '2026-Q3' } },
    coverage: { covered: 0, internal: 0 },
    alignment: {},
    departments: [{ id: 'operations', name: 'Operations' }],
    actions,
  }) as unknown as BoardReport;

/** What digests are made of: one open finding, unless said otherwise. */
export const facts = (
  more: Partial<DigestFacts> & { readonly actions?: readonly ActionLine[] } = {},
): DigestFacts => {
  const { actions = [], ...rest } = more;
  return {
    report: report(actions),
    lines: [line()],
    asked: [],
    seals: [],
    commentary: [],
    unheard: [],
    names: new Map([
      ['eve', 'Eve Adler'],
      ['otto', 'Otto Berg'],
    ]),
    today: '2026-10-20',
    running: '2026-Q4',
    escalationDays: 30,
    pageUrl: 'https://page.example',
    ...rest,
  };
};
