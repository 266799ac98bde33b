/** A function behind the table's stream, with every bound that decides what happens to a record that fails. */
import * as z from 'zod';
import type { Template } from '../template.ts';
import { functionIdOf } from './lambda-function.ts';
import { deployOnly } from './resource.ts';

const Properties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.int().min(1).default(100),
  MaximumBatchingWindowInSeconds: z.int().min(0).default(0),
  MaximumRetryAttempts: z.int().min(-1).default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  StartingPosition: z.literal('TRIM_HORIZON'),
  FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  ParallelizationFactor: z.literal(1).optional(),
  Enabled: z.literal(true).optional(),
  Tags: deployOnly('billing'),
});

/** One event source. */
export interface EventSource {
  readonly id: string;
  readonly streamArn: string;
  readonly functionId: string;
  readonly batchSize: number;
  /** Milliseconds during which records are gathered. */
  readonly window: number;
  /** How often a batch is tried again; -1: until it succeeds. */
  readonly retries: number;
  /** Whether a batch that fails as a whole is halved. */
  readonly bisect: boolean;
  /** Whether the function's answer names the records that failed. */
  readonly partialAnswers: boolean;
  /** A record is delivered when it matches one of these; none: every record is. */
  readonly patterns: readonly unknown[];
  /** ARN of the queue that learns of records that failed for good. */
  readonly failureQueue: string | undefined;
}

/** The event sources of the template. */
export function readEventSources(template: Template): EventSource[] {
  return template.all('AWS::Lambda::EventSourceMapping', Properties).map(({ id, properties }) => ({
    id,
    streamArn: properties.EventSourceArn,
    functionId: functionIdOf(properties.FunctionName),
    batchSize: properties.BatchSize,
    window: properties.MaximumBatchingWindowInSeconds * 1000,
    retries: properties.MaximumRetryAttempts,
    bisect: properties.BisectBatchOnFunctionError,
    partialAnswers: properties.FunctionResponseTypes.length > 0,
    patterns: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }): unknown => JSON.parse(Pattern)),
    failureQueue: properties.DestinationConfig?.OnFailure.Destination,
  }));
}
