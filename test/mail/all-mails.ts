// Every kind of mail, with everything in it that a mail can say, for the tests that look at all of them.
import type { Figures } from '../../shared/domain/figures.ts';
import { boardMailFor } from '../../shared/mail/board.ts';
import { digestFor, tokensOf } from '../../shared/mail/digest.ts';
import { escalationFor } from '../../shared/mail/escalation.ts';
import type { Letter } from '../../shared/mail/letter.ts';
import { reminderFor } from '../../shared/mail/reminder.ts';
import type { Voice } from '../../shared/mail/voice.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { action, executive, facts, head, line } from './readers.ts';

const figures = (quarter: Figures['quarter'], cost: number): Figures => ({
  quarter,
  before: false,
  covered: 1024,
  internal: 1230,
  weight: 1000,
  cost,
  clocked: { share: 0.895, by: 'duration', clocked: 8, segments: 9, cannotTell: 0 },
  assumedGreen: { green: 0, resting: 0 },
  siloed: { judged: 0, siloed: 0 },
});
const waiver = {
  state: 'approved' as const,
  reason: 'Zqreason',
  until: '2026-10-30',
  by: 'otto',
  renewal: 2,
};
const lines = [
  line(1, { reopened: 2, wordAt: '2026-08-01T09:00:00Z' }),
  line(2, { check: 'watermelon', message: 'once', level: 'warning', department: undefined }),
  line(3, { state: 'waived', waiver }),
  ...[4, 5, 6, 7, 8, 9].map((n) => line(n, { check: 'moved-target', message: 'moved', level: 'note' })),
];
const asked = [
  { line: line(1, { waiver: { ...waiver, state: 'asked' } }), deciders: new Set(['eve', 'otto']) },
];
const actions = [
  action('Zqaction', { stalled: true, dueQuarter: '2026-Q2', open: 2 }),
  ...[2, 3, 4].map((n) => action(`Zqaction${n}`, { dueQuarter: '2026-Q4', owner: 'eve' })),
];
const said = (about: string) => ({
  quarter: '2026-Q3' as const,
  about,
  text: 'Zqcomment',
  by: 'otto',
  at: '2026-10-19T09:00:00Z',
});
const full = facts({
  lines,
  asked,
  actions,
  seals: [{ quarter: '2026-Q2', revision: 2, by: 'otto', at: '2026-10-19T09:00:00Z' }],
  commentary: [said('report'), said(`finding.${line(1).fingerprint}`)],
  unheard: [{ department: 'Zqdepartment', heads: ['Zqone', 'Zqtwo'], errors: 1234 }],
});
const report = {
  ...full.report,
  completeness: { submitted: 1, expected: 3, complete: false },
  unresolved: 1234,
  decisions: lines.filter(({ state }) => state !== 'waived'),
  departments: Array.from({ length: 12 }, (_, i) => ({
    id: i === 0 ? 'operations' : `d${i}`,
    name: 'Operations',
    coverage: { internal: 1, covered: 0 },
  })),
  outcomes: [{ id: 'o', statement: 'Zqoutcome', weight: 1 }],
  matrix: [],
  coverage: { covered: 1024, internal: 1230 },
  alignment: { share: 0.92 },
  views: { history: [figures('2026-Q2', 90)], clocked: { share: 0.895 } },
} as unknown as BoardReport;
const pageUrl = 'https://page.example';
const stop = 'https://page.example/stop';

/** Words of data in these mails; nothing else may stand in them that is not of a language. */
export const dataWords = [
  ...['Zqreason', 'Zqaction4', 'Zqaction3', 'Zqaction2', 'Zqaction', 'Zqcomment', 'Zqdepartment'],
  ...['Zqone', 'Zqtwo', 'Zqoutcome', 'Otto Berg', 'Eve Adler', 'Operations', 'Do ', 'Q2 2026', 'Q3 2026'],
];

/** All kinds of mail by name. */
export const allMails = (voice: Voice): Readonly<Record<string, Letter>> => {
  const first = { told: new Set<string>(), isFirst: true, stop };
  const later = {
    ...first,
    told: new Set([`${line(1).fingerprint}|waived|error`, `${'f'.repeat(32)}|open|error`]),
  };
  const board = boardMailFor(
    executive,
    { report, sealed: true, commentary: said('report'), names: full.names, pageUrl, stop },
    voice,
  );
  const made: Record<string, Letter | undefined> = {
    'first digest': digestFor(executive, full, first, voice),
    'digest of an executive': digestFor(executive, { ...full, report }, { ...later, isFirst: false }, voice),
    'digest of a head': digestFor(head('operations'), full, { ...later, isFirst: false }, voice),
    'digest about a waiver': digestFor(
      head('service'),
      full,
      { ...first, told: new Set(tokensOf({ ...full, asked: [] })), isFirst: false },
      voice,
    ),
    'digest of resolved findings': digestFor(
      executive,
      facts({ lines: [] }),
      { ...first, told: new Set(tokensOf(facts())), isFirst: false },
      voice,
    ),
    ...Object.fromEntries(
      [0, 1, 1234].map((daysLeft) => [
        `reminder ${daysLeft} days ahead`,
        reminderFor(
          { name: 'Otto Berg' },
          {
            organisation: 'Zqone',
            quarter: '2026-Q3',
            dueDate: '2026-10-15',
            daysLeft,
            departments: [{ id: 'operations', name: 'Operations', kpis: 1234 }],
            pageUrl,
            stop,
          },
          voice,
        ),
      ]),
    ),
    escalation: escalationFor(
      { name: 'Eve Adler' },
      {
        organisation: 'Zqone',
        days: 30,
        lines: lines.slice(0, 7),
        departments: new Map([['operations', 'Operations']]),
        pageUrl,
        stop,
      },
      voice,
    ),
    'mail about a closed quarter': board,
    'the same without drawings': { ...board, ...board.without },
  };
  return Object.fromEntries(
    Object.entries(made).map(([name, letter]) => {
      if (letter === undefined) throw new Error(`there is no ${name}`);
      return [name, letter];
    }),
  );
};
