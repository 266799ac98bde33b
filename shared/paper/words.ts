// The words of the board pack, in English. What page and paper both say - headlines, checks, questions - stands where
// both take it from.
import type { UnitWords } from '../format/formats.ts';

/** The words that formats need; the same as the page's. */
export const unitWords: UnitWords = {
  quarter: '{quarter} {year}',
  fiscalQuarter: '{quarter} {year}/{next}',
  range: '{low} to {high}',
  workingDays: { one: '{n} working day', other: '{n} working days' },
  workingDaysLabel: 'working days',
};

/** Fixed words of the pack. */
export const words = {
  kicker: '{organisation} · Board pack {quarter}',
  completeness: '{n} of {expected} departments submitted · as of {at}',
  incomplete: 'Figures are provisional: too few departments have submitted.',
  coverage: 'Counterpart coverage',
  coverageOf: '{covered} of {internal}',
  noInternal: 'No internal KPI',
  concentrated:
    '{n} rest on one single counterpart that they share; {statutory} statutory KPIs are not asked.',
  alignment: 'Alignment',
  nothingToJudge: 'Nothing to judge',
  counts: '{hold} checks hold, {fail} fail ({waived} waived), {cannotTell} cannot be told.',
  watched: 'Also watched',
  clocked: 'Customer time clocked',
  clockedNone: 'no clock',
  resting: 'Green KPIs that rest on assumptions',
  partOf: '{part} of {whole}',
  siloed: 'Siloed outcomes',
  standings: 'Customer outcomes against target',
  standingsOn: '{on} of {n} outcomes are on target.',
  outcome: 'Customer outcome',
  eight: '8 quarters',
  reached: 'Reached',
  target: 'Target',
  before: 'Quarter before',
  status: 'Status',
  measuredBy: 'Measured by',
  unheard: 'unheard: no live customer-facing KPI',
  assumed: 'assumed',
  moreOutcomes: '{n} more outcomes stand in the appendix.',
  decisions: 'Decisions asked of the board',
  decisionsNone: 'Nothing to decide: no check fails.',
  decisionsMore: '{n} more findings stand in the register.',
  finding: 'Finding',
  department: 'Department',
  level: 'Level',
  since: 'Since',
  state: 'State',
  noDepartment: 'No department',
  heat: 'Which department acts on which outcome',
  heatSentence: '{n} cells have a gap: an internal KPI acts there, and its counterpart is missing.',
  heatLegend:
    'The darker, the more KPIs. A dot: a live customer-facing KPI listens. “gap” in a dashed frame, or a hatch: an internal KPI acts here and its counterpart is missing. Empty: no KPI.',
  gap: 'gap',
  map: 'From department to customer',
  mapSentence: '{n} of the links shown are faulty.',
  mapLegend:
    'Hatched: a faulty link. Plain: a sound one. Dashed node: KPIs that serve no customer outcome. The worst {shown} links are told apart; the others are counted and, where they are many, drawn narrower.',
  changes: 'What was redefined in the quarter',
  changesNone: 'No policy, definition or target was changed and nothing was retired in the quarter.',
  changesMore: '{n} more changes stand on the page.',
  kpi: 'KPI',
  change: 'Change',
  when: 'By, when',
  reason: 'Reason',
  noReason: 'none given',
  questions: 'The seven questions',
  questionsSentence: '{yes} of {n} are answered with yes.',
  question: 'Question',
  answer: 'Answer',
  why: 'Why',
  impact: 'Which department moves customers most?',
  impactWinner: '{department} has the greatest impact.',
  impactOpen: 'No winner is named: factors are missing for some departments.',
  impactValue: 'Impact',
  impactTold: 'Outcomes told',
  departments: 'Departments',
  submission: 'Submission',
  kpis: 'KPIs',
  findings: 'Errors, warnings, notes',
  appendix: 'Appendix: the figures behind the drawings',
  history: 'Eight quarters',
  quarter: 'Quarter',
  computed: 'computed afterwards',
  footer: '{quarter} · rules {rules} · digest {digest}',
  none: 'none',
  notMeasured: 'not measured',
  alt: '{name} against target',
} as const;

export const levelWords = { error: 'Error', warning: 'Warning', note: 'Note' } as const;
export const stateWords: Readonly<Record<string, string>> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  waived: 'Waived',
  resolved: 'Resolved',
};
export const statusWords: Readonly<Record<string, string>> = {
  'on-target': 'On target',
  'near-target': 'Near target',
  'off-target': 'Off target',
  'no-target': 'No target',
  'no-reading': 'No reading',
};
export const answerWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'cannot-tell': 'Cannot tell',
};
export const submissionWords: Readonly<Record<string, string>> = {
  submitted: 'Submitted',
  accepted: 'Accepted',
  returned: 'Returned',
  missing: 'Missing',
  'not-due': 'Not due yet',
};
