// What the checks say of this example when its clock starts, and why it is so. The list is kept by hand: a check
// that finds more, or less, is a change that somebody must look at.
import type { Level, Subject } from '../../shared/domain/finding.ts';

/** A finding that the example is known to have. */
export interface ExpectedFinding {
  readonly check: string;
  readonly subject: Subject;
  readonly level: Level;
  readonly why: string;
}

const kpi = (id: string): Subject => ({ kind: 'kpi', ids: [id] });
const pair = (trust: string, inside: string, outside: string): Subject => ({
  kind: 'kpi-pair',
  ids: [`${trust}-${inside}`, `${trust}-${outside}`],
});
const outcome = (id: string): Subject => ({ kind: 'outcome', ids: [id] });

const internal = ['bed-occupancy', 'cancelled-operations'];
const customerFacing = ['four-hour', 'twelve-hour', 'twenty-eight-day'];

const ofUnlinkedTrust = (trust: string): ExpectedFinding[] => {
  const why = 'seeded: Royal Free and Walsall are left without any link';
  return [
    ...internal.flatMap((id): ExpectedFinding[] => [
      { check: 'missing-counterpart', subject: kpi(`${trust}-${id}`), level: 'error', why },
      { check: 'unlinked-kpi', subject: kpi(`${trust}-${id}`), level: 'error', why },
    ]),
    ...customerFacing.map(
      (id): ExpectedFinding => ({
        check: 'unlinked-kpi',
        subject: kpi(`${trust}-${id}`),
        level: 'warning',
        why,
      }),
    ),
    { check: 'idle-department', subject: { kind: 'department', ids: [trust] }, level: 'warning', why },
  ];
};

/** Occupancy against what patients feel of it, in the two A&E measures. */
const ofOccupancy = (check: string, trust: string, why: string): ExpectedFinding[] =>
  ['four-hour', 'twelve-hour'].map((outside) => ({
    check,
    subject: pair(trust, 'bed-occupancy', outside),
    level: 'error',
    why: `real: ${why}`,
  }));

/** Every finding at `asOf`, in no order. */
export const expectedFindings: readonly ExpectedFinding[] = [
  ...['ral', 'rbk'].flatMap(ofUnlinkedTrust),
  ...ofOccupancy(
    'watermelon',
    'r0a',
    'Manchester’s wards are over 92 % full, and its A&E is far off both targets',
  ),
  ...ofOccupancy(
    'watermelon',
    'rj6',
    'Croydon’s wards are over 92 % full, and its A&E is far off both targets',
  ),
  ...ofOccupancy(
    'diverging-pair',
    'r0a',
    'over two years Manchester’s wards filled while its A&E got slower',
  ),
  ...ofOccupancy(
    'diverging-pair',
    'rhm',
    'over two years Southampton’s wards filled while its A&E got slower',
  ),
  {
    check: 'orphan-objective',
    subject: { kind: 'objective', ids: ['r0a-bed-use'] },
    level: 'error',
    why: 'seeded: one objective serves the hospital and no patient',
  },
  {
    check: 'missing-submission',
    subject: { kind: 'department', ids: ['r1h'] },
    level: 'error',
    why: 'seeded: the figures of Barts are only a draft, for somebody to submit',
  },
  {
    check: 'unserved-outcome',
    subject: outcome('staff-have-time'),
    level: 'error',
    why: 'real: nothing published here makes a full ward better for a patient; occupancy only harms it',
  },
  {
    check: 'unserved-outcome',
    subject: outcome('told-while-waiting'),
    level: 'error',
    why: 'real: no published measure here asks whether patients are told anything',
  },
  {
    check: 'unclocked-segment',
    subject: outcome('through-in-four-hours'),
    level: 'warning',
    why: 'real: the published clock starts at arrival, a patient’s wait starts with the call for help',
  },
  {
    check: 'assumed-outcome',
    subject: outcome('staff-have-time'),
    level: 'warning',
    why: 'seeded: nobody asked patients',
  },
  {
    check: 'assumed-outcome',
    subject: outcome('told-while-waiting'),
    level: 'warning',
    why: 'seeded: nobody asked patients',
  },
  {
    check: 'assumed-outcome',
    subject: outcome('operation-kept'),
    level: 'warning',
    why: 'seeded: patients were asked, but too long ago',
  },
];
