/**
 * Which changes of the table wake which function. Derived items (sheets, reports, audit, answers) wake nobody, and
 * neither does history, which is handed in before anything is evaluated. Lambda's patterns know the whole value, its
 * beginning and its end, so sources are chosen by their type and mail by its partition.
 */
import { definitionKinds } from '../shared/table/keys.ts';

/** The types of item that people write and the evaluation reads, and what the wordings of KPIs read as. */
export const sourceTypes = [...definitionKinds, 'submission', 'life', 'perspective'];

/** A source was written, or a change of many entities has ended. */
export const sourceChanges = [
  { dynamodb: { NewImage: { type: { S: sourceTypes } } } },
  { dynamodb: { NewImage: { type: { S: ['change'] }, state: { S: ['applied', 'stopped'] } } } },
];

/** A change of many entities is recorded, or a piece of it done and another one waits. */
export const pendingChange = [
  { dynamodb: { NewImage: { type: { S: ['change'] }, state: { S: ['applying'] } } } },
];

/** A KPI was written: its wording may be another one. */
export const writtenKpi = [{ dynamodb: { NewImage: { type: { S: ['kpi'] } } } }];

/** A mail is queued, newly or again, or to go out without what could not be drawn; its other changes of state wake nobody. */
export const newMail = [
  {
    dynamodb: {
      Keys: { pk: { S: [{ suffix: '|outbox' }] } },
      NewImage: { state: { S: ['queued', 'undrawn'] } },
    },
  },
];
