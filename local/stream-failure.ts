/** The message that a failure queue gets about stream records, in the form in which Lambda writes it. */
import type { Outcome } from './functions.ts';
import type { EventSource } from './resources/event-source.ts';
import type { StreamRecord } from './stream-reader.ts';

/** It says where the records are in the stream, which keeps them for a day; the records themselves are not in it. */
export function failureMessage(
  records: readonly StreamRecord[],
  outcome: Outcome,
  source: EventSource,
  streamArn: string,
): object {
  const arrivals = records.map(({ record }) => record.dynamodb?.ApproximateCreationDateTime?.toISOString());
  return {
    requestContext: {
      functionArn: source.functionId,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: source.retries + 1,
    },
    responseContext: outcome.ok
      ? { statusCode: 200, functionError: null }
      : {
          statusCode: 200,
          functionError: 'Unhandled',
          errorType: outcome.errorType,
          errorMessage: outcome.errorMessage,
        },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: records[0]?.shard,
      startSequenceNumber: records[0]?.sequence,
      endSequenceNumber: records.at(-1)?.sequence,
      approximateArrivalOfFirstRecord: arrivals[0],
      approximateArrivalOfLastRecord: arrivals.at(-1),
      batchSize: records.length,
      streamArn,
    },
  };
}
