/** The stack's one table in DynamoDB Local: made when it is not there, refused when it is another than the template's. */
import {
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { createTableFromTemplate } from './dynamodb.ts';
import { parseTable } from './resources/table.ts';
import { StartError } from './start-error.ts';
import type { Template } from './template.ts';

/** The table's name, which is its logical id, and the ARN of its stream in DynamoDB Local. */
export interface LocalTable {
  readonly name: string;
  readonly streamArn: string;
}

/** Finds or makes the table. Throws a StartError when the kept one has other keys, indexes or another stream. */
export async function openLocalTable(client: DynamoDBClient, template: Template): Promise<LocalTable> {
  const { id, properties } = template.one('AWS::DynamoDB::Table', z.record(z.string(), z.unknown()));
  const resource = { Type: 'AWS::DynamoDB::Table', Properties: properties };
  const kept = await describe(client, id);
  if (kept === undefined) await createTableFromTemplate(client, resource, id);
  else if (shapeOf(kept) !== shapeOf(parseTable(resource).create)) {
    throw new StartError(
      `The kept table ${id} is not the one that the template describes; start with --reset to begin afresh.`,
    );
  }
  const streamArn = (kept ?? (await describe(client, id)))?.LatestStreamArn;
  if (streamArn === undefined)
    throw new StartError(`The table ${id} has no stream, expected a StreamSpecification.`);
  return { name: id, streamArn };
}

async function describe(client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  const answer = await client.send(new DescribeTableCommand({ TableName })).catch((error: unknown) => {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  });
  return answer?.Table;
}

type Shape = Pick<TableDescription, 'KeySchema' | 'StreamSpecification' | 'GlobalSecondaryIndexes'>;

function shapeOf({ KeySchema, StreamSpecification, GlobalSecondaryIndexes }: Shape): string {
  const indexes = (GlobalSecondaryIndexes ?? [])
    .map((index) => [index.IndexName, keysOf(index.KeySchema)])
    .sort();
  return JSON.stringify([keysOf(KeySchema), StreamSpecification?.StreamViewType, indexes]);
}

function keysOf(schema: TableDescription['KeySchema']): string[] {
  return (schema ?? []).map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`);
}
