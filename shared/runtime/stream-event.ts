// A table stream's records, as far as anybody may trust them: which key, of which type.
import * as z from 'zod';

const record = z.object({
  eventID: z.string(),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
    NewImage: z.object({ type: z.object({ S: z.string() }).optional() }).optional(),
  }),
});
const batch = z.object({ Records: z.array(z.unknown()) });

/** One record: its place in the stream, and the key and type of the item that was written. */
export interface StreamRecord {
  readonly sequence: string;
  readonly pk: string;
  readonly sk: string;
  readonly type: string;
}

/** The records of an event. A record that can't be read throws: it goes to the failure queue by itself. */
export const streamRecords = (event: unknown): StreamRecord[] =>
  batch.parse(event).Records.map((raw) => {
    const { dynamodb } = record.parse(raw);
    return {
      sequence: dynamodb.SequenceNumber,
      pk: dynamodb.Keys.pk.S,
      sk: dynamodb.Keys.sk.S,
      type: dynamodb.NewImage?.type?.S ?? '',
    };
  });

/** The answer that reports which records failed; the others are done. */
export const failedRecords = (sequences: Iterable<string>) => ({
  batchItemFailures: [...sequences].map((itemIdentifier) => ({ itemIdentifier })),
});
