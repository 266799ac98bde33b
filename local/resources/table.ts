/** A table of the template, read strictly: what DynamoDB Local is told, and what only a deployed table has. */
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { deployOnly, parseProperties } from './resource.ts';

const KeySchema = z
  .array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
  .min(1);

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
  ContributorInsightsSpecification: deployOnly('a metric of CloudWatch'),
  WarmThroughput: deployOnly('capacity'),
  OnDemandThroughput: deployOnly('capacity'),
});

const TableProperties = z.strictObject({
  TableName: deployOnly('the caller names the local table'),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z
    .strictObject({
      StreamEnabled: z.literal(true).optional(),
      StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']),
      ResourcePolicy: deployOnly('IAM'),
    })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  PointInTimeRecoverySpecification: deployOnly('backup'),
  SSESpecification: deployOnly('encryption at rest'),
  DeletionProtectionEnabled: deployOnly('guards a deployed table'),
  ContributorInsightsSpecification: deployOnly('a metric of CloudWatch'),
  TableClass: deployOnly('a price'),
  Tags: deployOnly('billing'),
  ResourcePolicy: deployOnly('IAM'),
  OnDemandThroughput: deployOnly('capacity'),
  WarmThroughput: deployOnly('capacity'),
  WriteOnDemandThroughputSettings: deployOnly('capacity'),
  Replicas: deployOnly('regions; a local table has one'),
});

const TABLE_KINDS = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** Everything but the name that CreateTable asks for, and the attribute that holds the time at which an item expires. */
export interface TableResource {
  readonly create: Omit<CreateTableCommandInput, 'TableName'>;
  readonly expiryAttribute: string | undefined;
}

/** Reads a table resource of the template. Throws when the kind is another one, or names the path of what is unknown. */
export function parseTable(resource: unknown): TableResource {
  const table = parseProperties(TABLE_KINDS, TableProperties, resource);
  return {
    create: {
      AttributeDefinitions: table.AttributeDefinitions,
      KeySchema: table.KeySchema,
      BillingMode: table.BillingMode,
      ...(table.GlobalSecondaryIndexes && {
        GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(toIndex),
      }),
      ...(table.StreamSpecification && {
        StreamSpecification: {
          StreamEnabled: true,
          StreamViewType: table.StreamSpecification.StreamViewType,
        },
      }),
    },
    expiryAttribute: table.TimeToLiveSpecification?.Enabled
      ? table.TimeToLiveSpecification.AttributeName
      : undefined,
  };
}

function toIndex({ IndexName, KeySchema, Projection }: z.infer<typeof Index>) {
  const { NonKeyAttributes, ProjectionType } = Projection;
  return {
    IndexName,
    KeySchema,
    Projection: { ProjectionType, ...(NonKeyAttributes && { NonKeyAttributes }) },
  };
}
