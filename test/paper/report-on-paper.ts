// Board reports for the tests of paper: that of the made-up company, and a big one of 50 departments and 30 outcomes.
import type { Beside } from '../../shared/paper/beside.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { company } from '../web/fake-company.ts';
import { FakeState } from '../web/fake-state.ts';

/** The made-up company's report of its last quarter. */
export const smallReport = (): BoardReport => new FakeState(company()).judge('2026-Q2').reports.board;

const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** The same report as a company of 50 departments and 30 outcomes would have it; every list is as long as it can be. */
export const bigReport = (): BoardReport => {
  const small = smallReport();
  const [department] = small.departments;
  const [line] = small.decisions;
  const [change] = small.changes;
  const outcome = small.outcomes.find(({ standing }) => standing !== undefined);
  if (!department || !line || !change || !outcome || !small.views)
    throw new Error('the small report has changed');
  const departments = many(50, (i) => ({ ...department, id: `d${i}`, name: `Department number ${i}` }));
  const outcomes = many(30, (i) => ({
    ...outcome,
    id: `o${i}`,
    statement: `A promise that customers know, number ${i}`,
  }));
  return {
    ...small,
    departments,
    outcomes,
    actions: many(9, (i) => ({
      id: `a${i}`,
      text: `Let the engineers clock from the order on, and report it with the warehouse’s figure, part ${i}`,
      owner: 'otto',
      department: `d${i}`,
      dueQuarter: '2026-Q1' as const,
      decidedIn: '2025-Q4' as const,
      age: 2,
      stalled: true,
      findings: [`f${i}`],
      open: 1,
    })),
    waivers: {
      standing: 8,
      asked: 1,
      renewed: 2,
      lines: many(8, (i) => ({
        ...line,
        fingerprint: `w${i}`,
        owner: 'otto',
        state: 'waived' as const,
        waiver: {
          state: 'approved' as const,
          reason: 'A new lab opens',
          until: '2026-12-31',
          by: 'otto',
          approvedBy: 'ada',
          renewal: 0,
        },
      })),
    },
    decisions: many(25, (i) => ({ ...line, fingerprint: `f${i}`, department: `d${i}` })),
    changes: many(40, (i) => ({ ...change, kpi: `k${i}` })),
    matrix: departments.flatMap(({ id }, d) =>
      outcomes
        .filter((_, o) => (d + o) % 3 === 0)
        .map((one, o) => ({
          department: id,
          outcome: one.id,
          helps: (d + o) % 5,
          harms: o % 7 === 0 ? 1 : 0,
          heard: o % 2,
          gap: (d + o) % 11 === 0,
        })),
    ),
    map: {
      ribbons: many(50, (i) => ({
        department: `d${i % 50}`,
        kpi: `k${i}`,
        name: `Measure number ${i} with a name of some length`,
        ...(i % 9 === 0 ? {} : { outcome: `o${i % 30}`, effect: '+' as const }),
        ...(i < 30
          ? { fault: { check: 'missing-counterpart', level: 'error' as const, fingerprint: `f${i}` } }
          : {}),
      })),
      lost: [{ department: 'd3', kpis: 4 }],
    },
    views: {
      ...small.views,
      impact: {
        departments: departments.map(({ id }, i) => ({
          department: id,
          impact: 0.5 - i / 50,
          told: 2,
          cannotTell: 0,
        })),
        winner: 'd0',
      },
    },
  };
};

const names: Readonly<Record<string, string>> = { otto: 'Otto Brandt', ada: 'Ada Okafor' };

/** What stands beside a report, every list as long as it can be and every text as long as it may be. */
export const besideReport = (report: BoardReport): Beside => {
  const [line] = report.decisions;
  const [outcome] = report.outcomes;
  if (!line || !outcome) throw new Error('the report has neither a decision nor an outcome');
  const { check, message, data } = line;
  const about = (subject: string, text: string) => ({
    quarter: report.quarter,
    about: subject,
    text,
    by: 'ada',
    at: '2026-07-20T08:00:00Z',
  });
  const told = many(9, () => ({ ...line, text: 'x' }));
  return {
    memberName: (id) => names[id] ?? id,
    commentary: [
      {
        ...about(`finding.${line.fingerprint}`, 'We stop steering by it.'),
        finding: { check, message, data },
      },
      about(`outcome.${outcome.id}`, 'Two of the three weeks are ours to win.'),
      about('report', 'The warehouse comes first. '.repeat(148).trim()),
    ],
    since: {
      quarter: report.quarter,
      last: { quarter: '2026-Q1' },
      counts: { new: 47, resolved: 9, reopened: 9, decided: 9 },
      new: told,
      resolved: told.map((one) => ({ ...one, resolution: 'cleared' })),
      reopened: told,
      decided: many(9, (i) => ({
        kind: 'action-decided' as const,
        id: `a${i}`,
        text: 'Ask leavers how it ended',
        by: 'ada',
        at: '2026-07-20T08:00:00Z',
      })),
    },
  };
};
