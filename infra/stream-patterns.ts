/**
 * Which changes of the table wake which function. Derived items (sheets, reports, audit, answers) wake nobody, and
 * neither does history, which is handed in before anything is evaluated. Lambda's patterns know the whole value, its
 * beginning and its end, so sources are chosen by their type and mail by its partition.
 */
import { definitionKinds } from '../shared/table/keys.ts';

/** The types of item that people write and the evaluation reads. */
export const sourceTypes = [...definitionKinds, 'submission', 'life'];

/** A source was written. */
export const sourceChanges = [{ dynamodb: { NewImage: { type: { S: sourceTypes } } } }];

/** A mail is queued, newly or again; its other changes of state wake nobody. */
export const newMail = [
  { dynamodb: { Keys: { pk: { S: [{ suffix: '|outbox' }] } }, NewImage: { state: { S: ['queued'] } } } },
];
