/** Builds every function of the function table with its environment and exactly its grants. */
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Area, areas } from '../shared/api/route.ts';
import { LambdaFunction } from './constructs/lambda-function.ts';
import type { MailIdentity } from './constructs/mail-identity.ts';
import type { OrganisationTable } from './constructs/organisation-table.ts';
import { type FunctionSource, functionTable } from './function-table.ts';
import { grants } from './grants.ts';
import type { OptOut } from './opt-out.ts';

export interface FunctionsProps {
  /** Folder that holds `functions/` and the lock file. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly tracing: IManagedPolicy;
  readonly table: OrganisationTable;
  readonly mail: MailIdentity;
  readonly disposable: OptOut | undefined;
}

/** All functions of the stack. */
export class Functions extends Construct {
  private readonly bySource: ReadonlyMap<FunctionSource, LambdaFunction>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.bySource = new Map(
      functionTable.map((row) => {
        const made = new LambdaFunction(this, row.id, { row, ...props });
        allowGranted(made, row.source, props);
        return [row.source, made];
      }),
    );
  }

  /** The function with this source. */
  of(source: FunctionSource): LambdaFunction {
    const found = this.bySource.get(source);
    if (!found) throw new Error(`No function is made from ${source}.`);
    return found;
  }

  /** The functions of the API by the area that they serve. */
  byArea(): ReadonlyMap<Area, LambdaFunction> {
    return new Map(areas.map((area) => [area, this.of(`functions/api/${area}.ts`)]));
  }

  /** The logs of the functions, in the order of the table. */
  logs(): readonly LogGroup[] {
    return [...this.bySource.values()].map(({ log }) => log);
  }
}

function allowGranted(made: LambdaFunction, source: FunctionSource, { table, mail }: FunctionsProps): void {
  const { table: actions, indexes, mail: mailActions } = grants[source];
  if (actions.length > 0) {
    made.allow(
      actions.map((action) => `dynamodb:${action}`),
      [table.tableArn],
    );
  }
  if (indexes.length > 0) {
    made.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${table.tableArn}/index/${index}`),
    );
  }
  if (mailActions.length > 0) mail.allow(made, mailActions);
}
