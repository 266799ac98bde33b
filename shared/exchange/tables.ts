// The import format: every table, every column, once. The documentation, the reader, the writer and the spreadsheet
// template are views of it.
import { departmentFunctions } from '../domain/department.ts';
import { directions, perspectives } from '../domain/kpi.ts';
import { roles } from '../domain/member.ts';
import { unitKinds } from '../domain/unit.ts';
import {
  date,
  type Form,
  id,
  idIn,
  ids,
  idsIn,
  instant,
  number,
  oneOf,
  quarter,
  text,
  weight,
  whole,
  yesNo,
} from './form.ts';

/** A column: where its value stands in the entity (`unit.kind`), and what people are told of it. */
export interface Column {
  readonly name: string;
  readonly path: string;
  readonly form: Form;
  readonly required: boolean;
  readonly doc: string;
  readonly example: string;
}
/** A table is one CSV file, or one sheet of a workbook. */
export interface Table {
  readonly name: string;
  readonly doc: string;
  /** The columns that name a row; no two rows have the same. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
}

const snake = (path: string): string =>
  path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_');
const column = (path: string, form: Form, example: string, doc: string, name = snake(path)): Column => ({
  name,
  path,
  form,
  required: false,
  doc,
  example,
});
const must = (path: string, form: Form, example: string, doc: string, name = snake(path)): Column => ({
  ...column(path, form, example, doc, name),
  required: true,
});

const life = [
  column(
    'firstQuarter',
    quarter,
    '2026-Q1',
    'First quarter in which it is active; the reporting quarter where empty',
  ),
  column('retiredFrom', quarter, '2027-Q1', 'First quarter in which it is no longer active'),
];
const clock = [
  column('clock.journey', idIn('journeys'), 'buying', 'Journey over which a duration is measured'),
  column('clock.from', idIn('events'), 'order-placed', 'Event at which the clock starts'),
  column('clock.to', idIn('events'), 'product-works', 'Event at which it stops'),
];

export const tables: readonly Table[] = [
  {
    name: 'organisation',
    doc: 'One row: the organisation itself.',
    key: ['id'],
    columns: [
      must('id', id, 'acme', 'The organisation’s id'),
      must('name', text, 'Acme Broadband', 'Its name'),
      must('timeZone', text, 'Europe/Berlin', 'IANA time zone; all days are taken in it'),
      must('currency', text, 'EUR', 'ISO 4217'),
      must('fiscalStart', whole, '4', 'Month (1-12) in which the fiscal year starts'),
      column('asOf', instant, '2026-07-20T09:00:00Z', 'Business time at which an example starts'),
    ],
  },
  {
    name: 'policy',
    doc: 'Thresholds that differ from their defaults.',
    key: ['setting'],
    columns: [
      must('setting', text, 'dueDays', 'Name of the threshold; `checks.<id>` switches a check'),
      must('value', text, '20', 'A number, or yes / no for a check'),
    ],
  },
  {
    name: 'members',
    doc: 'People who sign in, own KPIs or get mail.',
    key: ['id'],
    columns: [
      must('id', id, 'hanna-berg', 'Id'),
      must('name', text, 'Hanna Berg', 'Name'),
      must('email', text, 'hanna.berg@example.org', 'Address'),
      must('roles', ids, 'department-head', `Of ${roles.join(', ')}`),
      column('heads', idsIn('departments'), 'service', 'Departments that he or she heads'),
      column('locale', oneOf('en-US', 'en-GB', 'de-DE'), 'en-GB', 'How numbers and dates are written'),
      column('mail.digest', oneOf('weekly', 'never'), 'weekly', 'How often the digest is mailed', 'digest'),
      column('mail.reminders', yesNo, 'yes', 'Reminders before the due date', 'reminders'),
      column('status', oneOf('active', 'removed'), 'active', 'removed: may no longer sign in'),
    ],
  },
  {
    name: 'deputies',
    doc: 'Who stands in for the head of a department, until when.',
    key: ['member', 'department'],
    columns: [
      must('member', idIn('members'), 'jonas-wolf', 'The deputy'),
      must('department', idIn('departments'), 'service', 'Department'),
      must('until', date, '2026-08-31', 'The last day'),
    ],
  },
  {
    name: 'departments',
    doc: 'Departments.',
    key: ['id'],
    columns: [
      must('id', id, 'service', 'Id'),
      must('name', text, 'Customer service', 'Name'),
      must('function', oneOf(...departmentFunctions), 'customer-service', 'What it is for'),
      column(
        'charter',
        text,
        'We get people going again.',
        'One sentence: the part it plays for the customer',
      ),
      ...life,
    ],
  },
  {
    name: 'journeys',
    doc: 'Customer journeys; events, touchpoints and segments stand in tables of their own.',
    key: ['id'],
    columns: [
      must('id', id, 'buying', 'Id'),
      must('name', text, 'From first visit to working product', 'Name'),
      ...life,
    ],
  },
  {
    name: 'events',
    doc: 'The events of a journey, in the order of the rows.',
    key: ['journey', 'id'],
    columns: [
      must('journey', idIn('journeys'), 'buying', 'Journey'),
      must('id', id, 'order-placed', 'Id within the journey'),
      must('name', text, 'Order placed', 'Name'),
      must('seenBy', oneOf('customer', 'inside'), 'customer', 'Who sees it happen'),
    ],
  },
  {
    name: 'touchpoints',
    doc: 'The touchpoints of a journey, in the order of the rows.',
    key: ['journey', 'id'],
    columns: [
      must('journey', idIn('journeys'), 'buying', 'Journey'),
      must('id', id, 'shop', 'Id within the journey; elsewhere it is named journey/id'),
      must('name', text, 'Shop visit', 'Name'),
      column('channels', ids, 'store;web', 'Channels over which it runs'),
      column('owners', idsIn('departments'), 'sales', 'Departments that own it'),
      column('momentOfTruth', yesNo, 'yes', 'Does the customer decide here?'),
    ],
  },
  {
    name: 'segments',
    doc: 'Typical durations between neighbouring events, where known.',
    key: ['journey', 'from', 'to'],
    columns: [
      must('journey', idIn('journeys'), 'buying', 'Journey'),
      must('from', idIn('events'), 'order-placed', 'Event'),
      must('to', idIn('events'), 'dispatched', 'The next event'),
      must('duration', number, '2', 'Typical duration'),
      must('unit', text, 'day', 's, min, h, day or working-day'),
    ],
  },
  {
    name: 'capabilities',
    doc: 'Abilities that cross functions.',
    key: ['id'],
    columns: [
      must('id', id, 'quick-repair', 'Id'),
      must('name', text, 'Repair on the first visit', 'Name'),
      column('description', text, 'People, parts and planning come together', 'What it is'),
      column('departments', idsIn('departments'), 'field;planning', 'Departments that it needs'),
      column('outcomes', idsIn('outcomes'), 'works-again', 'Outcomes that it serves'),
      ...life,
    ],
  },
  {
    name: 'outcomes',
    doc: 'What customers want to be true, in their words.',
    key: ['id'],
    columns: [
      must('id', id, 'on-time', 'Id'),
      must('statement', text, 'It comes on the day I was told.', 'The statement'),
      column('segment', text, 'households', 'Which customers'),
      column('journey', idIn('journeys'), 'buying', 'Journey'),
      column('touchpoints', ids, 'buying/delivery', 'Touchpoints, as journey/id'),
      ...clock,
      column('tolerance.value', number, '3', 'What customers say is still acceptable', 'tolerance'),
      column(
        'tolerance.unit.kind',
        oneOf(...unitKinds),
        'duration',
        'Kind of the tolerance’s unit',
        'tolerance_unit_kind',
      ),
      column('tolerance.unit.symbol', text, 'day', 'Its symbol', 'tolerance_unit'),
      column('tolerance.direction', oneOf('higher', 'lower'), 'lower', 'Which side is better'),
      column('weight', weight, '2', 'Importance among outcomes; 1 where empty'),
      column('owningDepartment', idIn('departments'), 'service', 'Department that owns it'),
      column('validation.method', text, 'interviews', 'How it was checked with customers'),
      column('validation.sampleSize', whole, '40', 'With how many'),
      column('validation.date', date, '2026-03-31', 'When'),
      column('validation.source', text, 'Panel, spring 2026', 'Where it is written down'),
      ...life,
    ],
  },
  {
    name: 'objectives',
    doc: 'What departments set out to do.',
    key: ['id'],
    columns: [
      must('id', id, 'one-call', 'Id'),
      must('department', idIn('departments'), 'service', 'Department'),
      must('title', text, 'One call is enough', 'Title'),
      column('firstQuarter', quarter, '2026-Q1', 'First quarter in which it runs'),
      column('lastQuarter', quarter, '2026-Q4', 'Last one'),
      column('outcomes', idsIn('outcomes'), 'easy-help', 'Outcomes that it serves'),
      column('capability', idIn('capabilities'), 'quick-repair', 'Capability that it builds'),
      column('retiredFrom', quarter, '2027-Q1', 'First quarter in which it is given up'),
    ],
  },
  {
    name: 'kpis',
    doc: 'KPIs; links, targets and readings stand in tables of their own.',
    key: ['id'],
    columns: [
      must('id', id, 'dispatch-time', 'Id'),
      must('department', idIn('departments'), 'warehouse', 'Department'),
      must('name', text, 'Order to dispatch', 'Name'),
      column('definition', text, 'Hours from order to dispatch, mean', 'Definition with formula'),
      must('unit.kind', oneOf(...unitKinds), 'duration', 'Kind of the unit'),
      column(
        'unit.symbol',
        text,
        'h',
        'Symbol: s, min, h, day, working-day for a duration; currency for money',
        'unit',
      ),
      must('direction', oneOf(...directions), 'lower', 'Where better is'),
      must('perspective', oneOf(...perspectives), 'internal-efficiency', 'Who experiences it'),
      column('perspectiveConfirmed', yesNo, 'no', 'A person has confirmed the perspective'),
      column('owner', idIn('members'), 'hanna-berg', 'Member who owns it'),
      column('objective', idIn('objectives'), 'one-call', 'Objective'),
      column('capability', idIn('capabilities'), 'quick-repair', 'Capability'),
      column('baseline', number, '30', 'Where it started'),
      column('everyQuarters', whole, '1', 'Read every 1, 2 or 4 quarters'),
      ...clock,
      column('onNoJourney', yesNo, 'no', 'yes: a duration that runs over no journey'),
      column('touchpoints', ids, 'buying/delivery', 'Touchpoints that it measures, as journey/id'),
      column('channels', ids, 'web', 'Channels that it measures'),
      column('sentiment', oneOf('nps', 'csat', 'ces'), 'nps', 'Scale of a sentiment score'),
      column('roomToAct', yesNo, 'yes', 'May staff break the rule for a customer?'),
      ...life,
    ],
  },
  {
    name: 'counterparts',
    doc: 'Links from internal KPIs to what the customer feels of them.',
    key: ['kpi', 'counterpart'],
    columns: [
      must('kpi', idIn('kpis'), 'dispatch-time', 'The internal KPI'),
      must('counterpart', idIn('kpis'), 'promise-kept', 'The customer-facing KPI; it need not exist yet'),
      column('lag', whole, '1', 'Quarters (0-4) after which the customer feels it'),
    ],
  },
  {
    name: 'contributions',
    doc: 'What KPIs do for outcomes.',
    key: ['kpi', 'outcome'],
    columns: [
      must('kpi', idIn('kpis'), 'dispatch-time', 'KPI'),
      must('outcome', idIn('outcomes'), 'on-time', 'Outcome'),
      must('effect', oneOf('+', '-'), '+', '+: the customer gains when it gets better'),
      column('lag', whole, '0', 'Quarters (0-4)'),
      column('rationale', text, 'What leaves late comes late', 'Why'),
    ],
  },
  {
    name: 'targets',
    doc: 'Targets; each stands until the next one of its KPI.',
    key: ['kpi', 'from'],
    columns: [
      must('kpi', idIn('kpis'), 'dispatch-time', 'KPI'),
      must('from', quarter, '2026-Q1', 'First quarter'),
      column('value', number, '24', 'The target; empty for a range'),
      column('low', number, '18', 'Lower bound of a range'),
      column('high', number, '24', 'Upper bound of a range'),
      column('reason', text, 'Agreed with sales', 'Why'),
      column('setAt', instant, '2025-12-15T10:00:00Z', 'When it was set; the import’s own time where empty'),
      column('by', idIn('members'), 'hanna-berg', 'Who set it; the importing member where empty'),
    ],
  },
  {
    name: 'readings',
    doc: 'What was measured, one row per KPI and quarter; together a department’s quarter is its submission.',
    key: ['kpi', 'quarter'],
    columns: [
      must('kpi', idIn('kpis'), 'dispatch-time', 'KPI'),
      must('quarter', quarter, '2026-Q2', 'Quarter'),
      column('actual', number, '26.5', 'The figure, in the KPI’s unit; a share from 0 to 1'),
      column('notMeasured', text, 'Scanner broken', 'Why there is no figure'),
      column('note', text, 'Strike in May', 'What the reader should know'),
      column('exceptions', whole, '12', 'How often staff broke the rule for a customer'),
      column('source.file', text, 'figures.csv', 'File that the figure comes from'),
      column('source.row', whole, '27', 'Row in it'),
      column('source.column', text, 'rate', 'Column in it'),
    ],
  },
  {
    name: 'reasons',
    doc: 'What customers said beside a score.',
    key: ['kpi', 'quarter', 'theme'],
    columns: [
      must('kpi', idIn('kpis'), 'nps-delivery', 'KPI'),
      must('quarter', quarter, '2026-Q2', 'Quarter'),
      must('theme', text, 'waited at home in vain', 'Theme'),
      must('count', whole, '14', 'How often'),
      column('quote', text, 'Nobody called.', 'One of them, in the customer’s words'),
    ],
  },
];

/** The table of a name, or undefined. */
export const tableNamed = (name: string): Table | undefined => tables.find((table) => table.name === name);
