/**
 * One DynamoDB Local in memory for the whole test run. A test asks for its address with `inject('dynamodbEndpoint')`
 * and makes a table of its own name, so that tests don't see each other's items.
 */
import type { TestProject } from 'vitest/node';
import { type DynamoDbServer, startDynamoDb } from '../local/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the DynamoDB Local that all tests of this run share. */
    dynamodbEndpoint: string;
  }
}

let server: DynamoDbServer | undefined;

/** Starts the server before the first test. */
export async function setup(project: TestProject): Promise<void> {
  server = await startDynamoDb({ inMemory: true });
  project.provide('dynamodbEndpoint', server.endpoint);
}

/** Stops it after the last. */
export async function teardown(): Promise<void> {
  await server?.stop();
}
