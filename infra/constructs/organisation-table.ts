/**
 * The single table. It is paid by request, keeps 35 days of continuous backup, can't be deleted by mistake, and tells
 * every change to its stream.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { byEntityIndex, unresolvedIndex } from '../../shared/table/keys.ts';
import { type OptOut, recordOptOut } from '../opt-out.ts';

export interface OrganisationTableProps {
  /** The table goes with its stack and nothing guards it, for the given reason. */
  readonly disposable: OptOut | undefined;
}

/**
 * The table with its two sparse indexes, each named by the question that it answers: the unresolved findings with the
 * line that a list shows of each, and the audit entries of an entity, whole. The stream carries new images,
 * because its consumers choose by an item's type, and the key of a submission does not end or begin with one.
 */
export class OrganisationTable extends Table {
  constructor(scope: Construct, id: string, { disposable }: OrganisationTableProps) {
    super(scope, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      timeToLiveAttribute: 'ttl',
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: disposable === undefined,
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    this.addGlobalSecondaryIndex({
      indexName: unresolvedIndex,
      partitionKey: text('gsi1pk'),
      sortKey: text('gsi1sk'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['line'],
    });
    this.addGlobalSecondaryIndex({
      indexName: byEntityIndex,
      partitionKey: text('gsi2pk'),
      sortKey: text('gsi2sk'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['body', 'zip'],
    });
    if (disposable) recordOptOut(this.node.defaultChild as CfnTable, 'deletion-protection', disposable);
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
