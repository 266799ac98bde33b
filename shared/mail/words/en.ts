// Every word that mail alone says, in English; another language brings them in its file. `{name}` stands for data, and
// `n` chooses the plural form. What page, paper and mail all say comes from where all of them take it.
import type { UnitWords } from '../../format/formats.ts';
import type { Said } from '../../format/say.ts';
import { grouped } from '../../report/causes.ts';

const units: UnitWords = {
  quarter: '{quarter} {year}',
  fiscalQuarter: '{quarter} {year}/{next}',
  range: '{low} to {high}',
  workingDays: { one: '{n} working day', other: '{n} working days' },
  workingDaysLabel: 'working days',
};

/** The English words of mail. */
export const mailWords = {
  units,
  /** Sentences of findings with one cause, by check. */
  causes: grouped,

  // Counts.
  findings: { one: '{n} finding', other: '{n} findings' },
  newFindings: { one: '{n} new finding', other: '{n} new findings' },
  stillOpen: { one: '{n} still open', other: '{n} still open' },
  resolvedSince: {
    one: '{n} resolved since the last digest',
    other: '{n} resolved since the last digest',
  },
  resolved: { one: '{n} finding resolved', other: '{n} findings resolved' },
  startWith: 'start with these {n}',
  moreLikeIt: '{n} more like it.',

  // What every mail has.
  stop: 'Stop all mail',
  to: { executive: 'an executive', head: 'a department head' },
  footer: 'For {name}, as {role} of {organisation}.',
  preferences: 'Choose how often mail comes, or pause it',
  register: 'Open the register',
  more: {
    one: '{n} more finding stands in the register.',
    other: '{n} more findings stand in the register.',
  },
  moreAsks: {
    one: '{n} more waiver or action waits for you on the page.',
    other: '{n} more waivers and actions wait for you on the page.',
  },

  // A finding's line.
  levels: { error: 'Error', warning: 'Warning', note: 'Note' },
  noDepartment: 'No department',
  since: 'since {quarter}',
  isNew: 'new',
  cameBack: { one: 'came back', other: 'came back, {n} times by now' },
  waiverEnded: 'its waiver has ended',
  waiverAsked: 'a waiver waits for its answer',
  silent: { one: '{n} day without a word', other: '{n} days without a word' },
  said: '{name}: “{text}”',

  // What waits for the reader.
  approve: {
    kicker: 'Waits for your word',
    text: '{name} asks to waive: {finding}',
    note: 'until {day}: “{reason}”',
    renewal: { one: 'its first renewal', other: 'renewal {n}' },
    action: 'Approve the waiver, or refuse it with a comment.',
  },
  ending: {
    kicker: 'Waiver ends soon',
    text: 'The waiver ends on {day}: {finding}',
    note: 'asked for by {name}: “{reason}”',
    action: 'Clear the finding by then, or ask for a renewal; the day after, it counts as open.',
  },
  act: {
    due: 'Action due this quarter',
    late: 'Action past its quarter',
    owner: 'Owner: {name}',
    dueQuarter: 'due {quarter}',
    isLate: '“{text}” was due in {quarter} and is not done.',
    isDue: '“{text}” is due by the end of {quarter}.',
    decidedIn: 'decided in {quarter}',
    open: { one: '{n} of its findings still fails', other: '{n} of its findings still fail' },
    action: 'Say that it is done, or bring it before the board.',
  },

  // The digest.
  digestHead: 'Your departments in {quarter}: {tally}.',
  digestHeadAsks: {
    one: '{n} waiver or action waits for you in {quarter}.',
    other: '{n} waivers and actions wait for you in {quarter}.',
  },
  digestExecutive: '{headline} {tally}.',
  actionsOpen: {
    one: '{n} action is open, {late} past the due quarter; the oldest: “{text}” ({name}, due {quarter}).',
    other: '{n} actions are open, {late} past the due quarter; the oldest: “{text}” ({name}, due {quarter}).',
  },
  unheard: {
    one: 'Nobody in {department} is told of its {n} error finding: {names} stopped mail, and no deputy is named.',
    other:
      'Nobody in {department} is told of its {n} error findings: {names} stopped mail, and no deputy is named.',
  },
  sealed: '{name} sealed {quarter} on {day}: its figures stand.',
  resealed: '{name} sealed {quarter} again on {day}, as revision {n}.',
  commented: '{name} on the report of {quarter}: “{text}”',
  openReport: 'Open the board report',
  openQuarter: 'Open your quarter',

  // The reminder.
  reminderSubject: {
    today: '{quarter} is due today: {departments}',
    tomorrow: '{quarter} is due tomorrow: {departments}',
    later: {
      one: '{quarter} is due in {n} day: {departments}',
      other: '{quarter} is due in {n} days: {departments}',
    },
  },
  reminderOpening: {
    today: 'The figures of {quarter} are due today, {day}.',
    tomorrow: 'The figures of {quarter} are due tomorrow, {day}.',
    later: {
      one: 'The figures of {quarter} are due in {n} day, on {day}.',
      other: 'The figures of {quarter} are due in {n} days, on {day}.',
    },
  },
  missing: '{department} has not submitted {quarter}.',
  kpisWait: { one: '{n} KPI waits for a figure', other: '{n} KPIs wait for a figure' },
  fillIn: 'Last quarter’s figures stand beside each field; a draft is saved as you type.',
  fillInQuarter: 'Fill in the quarter',

  // The escalation.
  escalationSubject: {
    one: 'Unanswered for over {n} day: {finding}',
    other: 'Unanswered for over {n} days: {finding}',
  },
  escalationOpening: {
    one: '{n} error finding has waited over {days} days for a word: nobody has acknowledged it, commented, asked for a waiver, or been given an action.',
    other:
      '{n} error findings have waited over {days} days for a word: nobody has acknowledged them, commented, asked for a waiver, or been given an action.',
  },

  // The key figures.
  coverage: 'Counterpart coverage',
  coverageOf: '{covered} of {internal}',
  alignment: 'Alignment',
  clocked: 'Customer time clocked',
  nothingBefore: 'no quarter to compare with',
  asBefore: 'as in {quarter}',
  up: { one: 'up {n} point on {quarter}', other: 'up {n} points on {quarter}' },
  down: { one: 'down {n} point on {quarter}', other: 'down {n} points on {quarter}' },

  // To executives, when a quarter has closed.
  boardOpening: '{quarter} has closed, with the figures of {submitted} of {expected} departments.',
  boardSealed:
    '{quarter} has closed and is sealed, with the figures of {submitted} of {expected} departments.',
  provisional: 'Too few departments have submitted: the figures are provisional.',
  decide: 'Decide: {level}',
  openAction: 'Open action',
  lateAction: 'Open action, past its quarter',
  heat: 'Which department acts on which customer outcome',
  heatAlt:
    '{departments} departments act on {outcomes} customer outcomes. {gaps} cells have a gap: an internal KPI whose counterpart is missing. {empty} cells are empty.',
  heatPart:
    'Drawn here: the {departments} departments with the most gaps, and the {outcomes} outcomes that fare worst.',
  heatGap: 'gap',
  heatKey:
    'The darker, the more KPIs; a triangle downwards: they harm; a dot: customers are heard; a dashed frame: an internal KPI acts here, and its counterpart is missing.',
  attached: 'The board pack is attached: {file}.',
  packFile: 'Board pack {quarter}',
  notDrawn: 'The board pack could not be attached; the page makes it at any time.',
};

/** The words of mail in any language. */
export type MailWords = Said<typeof mailWords>;
