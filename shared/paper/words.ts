// The words of the board pack, in English. What page and paper both say - headlines, checks, questions - stands where
// both take it from. Another language brings a whole of the same shape.
import { chartWords } from '../charts/words.ts';
import type { ChangeWords } from '../format/changed.ts';
import type { UnitWords } from '../format/formats.ts';
import type { Said } from '../format/say.ts';

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
  concentrated: {
    one: '{n} rests on one single counterpart that it shares; statutory KPIs, which are not asked: {statutory}.',
    other:
      '{n} rest on one single counterpart that they share; statutory KPIs, which are not asked: {statutory}.',
  },
  alignment: 'Alignment',
  nothingToJudge: 'Nothing to judge',
  asBefore: 'As in {quarter}.',
  up: { one: 'Up {n} point on {quarter}.', other: 'Up {n} points on {quarter}.' },
  down: { one: 'Down {n} point on {quarter}.', other: 'Down {n} points on {quarter}.' },
  counts: '{hold} checks hold, {fail} fail, {waived} waived, {cannotTell} cannot be told.',
  watched: 'Also watched',
  clocked: 'Customer time clocked',
  clockedNone: 'no clock',
  resting: 'Green KPIs that rest on assumptions',
  partOf: '{part} of {whole}',
  siloed: 'Siloed outcomes',
  standings: 'Customer outcomes against target',
  standingsOn: { one: '{on} of {n} outcome is on target.', other: '{on} of {n} outcomes are on target.' },
  outcome: 'Customer outcome',
  eight: '8 quarters',
  bullet: 'Reached and target',
  reached: 'Reached',
  target: 'Target',
  before: 'Quarter before',
  status: 'Status',
  unheard: 'unheard: no live customer-facing KPI',
  assumed: 'assumed: no check with customers that still holds',
  moreOutcomes: {
    one: '{n} more outcome stands in the appendix.',
    other: '{n} more outcomes stand in the appendix.',
  },
  actions: 'Decided before and not done',
  action: 'Action',
  owner: 'Owner',
  due: 'Due',
  decidedIn: 'Decided in',
  age: {
    one: '{quarter}, {n} quarter ago',
    other: '{quarter}, {n} quarters ago',
  },
  ageNone: '{quarter}, this quarter',
  stalled: 'past its quarter',
  actionsMore: { one: '{n} more action stands on the page.', other: '{n} more actions stand on the page.' },
  waived: {
    one: '{n} finding is waived; it costs alignment as before.',
    other: '{n} findings are waived; they cost alignment as before.',
  },
  renewed: { one: '{n} of them by a renewal.', other: '{n} of them by renewals.' },
  asked: { one: '{n} waiver waits for approval.', other: '{n} waivers wait for approval.' },
  waivers: 'Waived',
  waiverUntil: 'waived to {until}',
  waiverAsked: 'waiver asked to {until}',
  waiversMore: { one: '{n} more stands in the register.', other: '{n} more stand in the register.' },
  decisions: 'Decisions asked of the board',
  decisionsNone: 'Nothing to decide: no check fails.',
  decisionsMore: {
    one: '{n} more finding stands in the register.',
    other: '{n} more findings stand in the register.',
  },
  finding: 'Finding',
  department: 'Department',
  level: 'Level',
  since: 'Since',
  state: 'State',
  noDepartment: 'No department',
  sinceBoard: 'Since the report of {quarter}',
  sinceUnsealed: 'Since {quarter}',
  sinceSentence: 'New: {new}. Came back: {reopened}. Resolved: {resolved}. Decisions taken: {decided}.',
  noSealBefore: 'No earlier report is sealed: what was first found for this quarter counts as new.',
  sinceNew: 'New',
  sinceReopened: 'Came back',
  sinceResolved: 'Resolved',
  sinceDecided: 'Decided',
  sinceMore: { one: 'and {n} more', other: 'and {n} more' },
  said: 'In the executives’ words',
  saidAbout: 'About',
  saidText: 'Said',
  saidBy: '{by}, {at}',
  theReport: 'The report',
  saidWhole: 'The whole text stands in the appendix.',
  heat: 'Which department acts on which outcome',
  heatSentence: {
    one: '{n} cell has a gap: an internal KPI acts there, and its counterpart is missing.',
    other: '{n} cells have a gap: an internal KPI acts there, and its counterpart is missing.',
  },
  heatLegend:
    'The darker, the more KPIs. ▲ help, ▼ harm the customer. A dot: a live customer-facing KPI listens. “gap” in a dashed frame, or a hatch: an internal KPI acts here and its counterpart is missing. Empty: no KPI.',
  gap: 'gap',
  map: 'From department to customer',
  mapSentence: { one: '{n} of the links shown is faulty.', other: '{n} of the links shown are faulty.' },
  mapLegend:
    'Hatched: a faulty link. Plain: a sound one. Dashed node: KPIs that serve no customer outcome. The worst {shown} links are told apart; the others are counted and, where they are many, drawn narrower.',
  changes: 'What was redefined in the quarter',
  changesNone: 'No policy, definition or target was changed and nothing was retired in the quarter.',
  changesMore: { one: '{n} more change stands on the page.', other: '{n} more changes stand on the page.' },
  what: 'What',
  change: 'Change',
  when: 'By, when',
  reason: 'Reason',
  noReason: 'none given',
  questions: 'The seven questions',
  questionsSentence: {
    one: '{yes} of {n} is answered with yes.',
    other: '{yes} of {n} are answered with yes.',
  },
  question: 'Question',
  answer: 'Answer',
  why: 'Why',
  impact: 'Which department moves customers most?',
  impactWinner: '{department} has the greatest impact.',
  impactOpen: 'No winner is named: factors are missing for some departments.',
  impactValue: 'Impact',
  impactTold: 'Outcomes told',
  impactMore: {
    one: '{n} more department stands on the page.',
    other: '{n} more departments stand on the page.',
  },
  departments: 'Departments',
  submission: 'Submission',
  kpis: 'KPIs',
  findings: 'Errors, warnings, notes',
  appendix: 'Appendix: the figures behind the drawings',
  history: 'Eight quarters',
  quarter: 'Quarter',
  computed: 'computed afterwards',
  computedNote: '* computed afterwards, from what is known now',
  footer: '{quarter} · rules {rules} · digest {digest}',
  sealed: '{digest} (sealed)',
  none: 'none',
  notMeasured: 'not measured',
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
/** What was decided, by kind. */
export const decidedWords: Readonly<Record<string, string>> = {
  'waiver-approved': 'Waiver approved',
  'waiver-refused': 'Waiver refused',
  acknowledged: 'Acknowledged',
  'action-decided': 'Action decided',
  'action-done': 'Action done',
  'action-dropped': 'Action dropped',
};
/** What can be changed of a definition; page and spreadsheet say the same. */
export const changeWords: ChangeWords = {
  field: {
    direction: 'Direction',
    perspective: 'Perspective',
    clock: 'Clock',
    unit: 'Unit',
    department: 'Department',
    retiredFrom: 'Retired from',
    target: 'Target',
    name: 'Name',
    owner: 'Owner',
    momentOfTruth: 'Moment of truth',
    policy: 'Policy',
    dueDate: 'Extended due date',
    tolerance: 'Tolerance',
    owningDepartment: 'Owning department',
    departments: 'Departments',
    outcomes: 'Outcomes',
    lastQuarter: 'Last quarter',
    timeZone: 'Time zone',
    fiscalStart: 'Start of the fiscal year',
    statutory: 'Statutory',
  },
  perspective: {
    'customer-facing': 'Customer-facing',
    'internal-efficiency': 'Internal efficiency',
    financial: 'Financial',
    employee: 'Employee',
  },
  direction: { higher: 'Higher is better', lower: 'Lower is better', range: 'Better within a range' },
  none: 'none',
  yes: 'yes',
  no: 'no',
};

/** The English texts of the pack: units, fixed words, the words of states and answers, and those of the drawings. */
export const paperWords = {
  units: unitWords,
  text: words,
  level: levelWords,
  state: stateWords,
  status: statusWords,
  answer: answerWords,
  submission: submissionWords,
  decided: decidedWords,
  change: changeWords,
  chart: chartWords,
};
/** The texts of the pack in any language. */
export type PaperWords = Said<typeof paperWords>;
