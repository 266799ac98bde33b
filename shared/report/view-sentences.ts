// The words of the views: the seven questions with why each is answered as it is, and the reasons of an outcome's three
// marks. Page and board pack say the same; `{name}` stands for a field of the data.
import type { questions } from './views/shape.ts';

/** What each of the seven questions asks. */
export const questionTexts: Readonly<Record<(typeof questions)[number], string>> = {
  'processes-mapped': 'Are processes mapped as journeys, and every segment clocked?',
  'technology-helps': 'Is technology easy, and does it bring people the right information?',
  aligned: 'Is the organisation aligned?',
  'channels-consistent': 'Are channels consistent?',
  'silos-melting': 'Are the silos melting?',
  'metrics-with-insight': 'Do customer processes have metrics that give insight?',
  'employees-engaged': 'Are employees engaged?',
};

/** Why a question is answered as it is, by question and reason. */
export const questionReasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'processes-mapped': {
    mapped: '{mapped} of {outcomes} outcomes have a journey without an unclocked segment.',
    'no-outcome': 'There is no active customer outcome.',
  },
  'technology-helps': {
    'on-target': '{onTarget} of {kpis} employee KPIs on technology or information are on target.',
    'nothing-speaks-to-this': 'Nothing in the data speaks to this.',
  },
  aligned: {
    alignment: '{hold} checks hold, {fail} fail, {cannotTell} cannot be told.',
    'nothing-to-judge': 'There is nothing to judge.',
  },
  'channels-consistent': {
    channels: '{passing} of {outcomes} outcomes are measured on every channel.',
    'one-channel-each': 'No outcome runs over several channels.',
  },
  'silos-melting': {
    'no-silo': 'No outcome is siloed; {outcomes} are shared by several departments.',
    falling: 'Siloed outcomes: {siloed}; a year ago: {before}.',
    'not-falling': 'Siloed outcomes: {siloed}; a year ago: {before}.',
    'no-shared-outcome': 'No outcome has touchpoints of several departments.',
    'no-history': '{siloed} of {outcomes} outcomes are siloed; a year ago is not known.',
  },
  'metrics-with-insight': {
    coverage: '{covered} of {internal} internal KPIs have a counterpart that counts.',
    'no-internal-kpi': 'There is no internal KPI.',
  },
  'employees-engaged': {
    'on-target': '{onTarget} of {kpis} employee KPIs are on target.',
    'nothing-speaks-to-this': 'There is no employee KPI.',
  },
};

/** Why a mark of an outcome holds or does not. */
export const markReasons: Readonly<Record<string, string>> = {
  'never-validated': 'never checked with customers',
  lapsed: 'checked too long ago: {method}, {sampleSize} customers, {date}',
  validated: 'checked with customers: {method}, {sampleSize} customers, {date}',
  'clock-off-journey': 'the journey lacks {missing}',
  'clock-not-covered': 'no live customer-facing KPI covers the customer’s whole clock',
  'clock-covered': '“{kpi}” covers the customer’s whole clock',
  'neither-tolerance-nor-clock': 'it has neither a tolerance nor a clock',
  'tolerance-not-measured': 'no live customer-facing KPI measures its tolerance',
  'tolerance-measured': '“{kpi}” measures its tolerance',
  unserved: 'no KPI helps it',
  'capability-incomplete': 'the capability “{capability}” is incomplete',
  'off-target': '{on} of {kpis} KPIs that help it are on target',
  'status-missing': '{on} of {kpis} KPIs that help it are on target, others cannot be told',
  'on-target': 'all {kpis} KPIs that help it are on target',
};
