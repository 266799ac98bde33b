import { Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { OrganisationTable } from '../../../infra/constructs/organisation-table.ts';
import { DISPOSABLE, loneStack } from './lone-stack.ts';

function tableOf(disposable: typeof DISPOSABLE | undefined): Template {
  const stack = loneStack();
  new OrganisationTable(stack, 'Table', { disposable });
  return Template.fromStack(stack);
}

describe('the table', () => {
  it('is paid by request, backed up, streamed, and forgets by ttl', () => {
    tableOf(undefined).hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
  });

  it('has two sparse indexes that carry no more than is read from them', () => {
    tableOf(undefined).hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'unresolved',
          KeySchema: [
            { AttributeName: 'gsi1pk', KeyType: 'HASH' },
            { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['line'] },
        },
        {
          IndexName: 'by-entity',
          KeySchema: [
            { AttributeName: 'gsi2pk', KeyType: 'HASH' },
            { AttributeName: 'gsi2sk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['body', 'zip'] },
        },
      ],
    });
  });

  it('can not be deleted by mistake and outlives its stack', () => {
    tableOf(undefined).hasResource('AWS::DynamoDB::Table', {
      Properties: { DeletionProtectionEnabled: true },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('goes with its stack where a reason is given, and the reason stands in the template', () => {
    tableOf(DISPOSABLE).hasResource('AWS::DynamoDB::Table', {
      Properties: { DeletionProtectionEnabled: false },
      DeletionPolicy: 'Delete',
      Metadata: { 'counterpart:opt-out:deletion-protection': 'a test' },
    });
  });
});
