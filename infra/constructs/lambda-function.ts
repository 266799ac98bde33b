/**
 * A function with its own role, log group and tracing. It starts without a single permission: the role may write its
 * log and its traces, everything else is added by name.
 */
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type CfnFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleOptions } from '../bundling.ts';
import type { FunctionRow } from '../function-table.ts';
import type { OptOut } from '../opt-out.ts';

/** The metadata key under which the template names the source file of a function. */
export const SOURCE_METADATA = 'counterpart:source';

export interface LambdaFunctionProps {
  readonly row: FunctionRow;
  /** Folder of the repository that holds `functions/` and the lock file. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly tracing: IManagedPolicy;
  /** The log is thrown away with the stack, for the given reason. */
  readonly disposable: OptOut | undefined;
}

/** One function of the function table. No concurrency is reserved: a young account has too little of it to give. */
export class LambdaFunction extends Construct {
  readonly role: Role;
  readonly log: LogGroup;
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const { row, root, environment, tracing, disposable } = props;
    this.log = new LogGroup(this, 'Log', {
      retention: disposable ? RetentionDays.TWO_WEEKS : RetentionDays.SIX_MONTHS,
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [tracing],
    });
    this.log.grantWrite(this.role);
    this.function = new NodejsFunction(this, 'Function', {
      ...codeOf(row, root),
      description: row.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: row.processor === 'x86_64' ? Architecture.X86_64 : Architecture.ARM_64,
      memorySize: row.memory,
      timeout: Duration.seconds(row.timeout),
      environment: { ...environment },
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
    });
    this.trace(row);
  }

  /** Allows the function the actions on the resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  private trace(row: FunctionRow): void {
    const resource = this.function.node.defaultChild as CfnFunction;
    resource.tracingConfig = { mode: 'Active' };
    resource.addMetadata(SOURCE_METADATA, row.source);
  }
}

function codeOf({ source }: FunctionRow, root: string) {
  return {
    entry: join(root, source),
    projectRoot: root,
    depsLockFilePath: join(root, 'package-lock.json'),
    bundling: {
      minify: bundleOptions.minify,
      mainFields: [...bundleOptions.mainFields],
      target: bundleOptions.target,
      format: OutputFormat.CJS,
      externalModules: [...bundleOptions.external],
      loader: { ...bundleOptions.loader },
      logLevel: LogLevel.WARNING,
    },
  };
}
