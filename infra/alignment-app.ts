/**
 * The app of one stage, made by a function so that the command line, the tests and the local stack synthesise the same
 * thing. The context of cdk.json is read here: an app that is made in process would not see it.
 */
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import settings from '../cdk.json' with { type: 'json' };
import { acknowledgeFindings } from './acknowledgements.ts';
import { AlignmentStack } from './alignment-stack.ts';
import { DeliveryChecks } from './delivery-checks.ts';
import { readStage } from './stage.ts';

export interface AlignmentAppProps {
  /** Where the cloud assembly is written; default: the CLI's folder, else a temporary one. */
  readonly outdir?: string;
  /** Context on top of that of cdk.json; the stage and its settings, see stage.ts. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Whether the functions are bundled. Without, a synthesis takes about a second and can't be deployed. */
  readonly bundling: boolean;
  /** Whether the rule packs and the validation of CloudFormation judge the result; a finding fails the synthesis. */
  readonly validation: boolean;
  /** Folder that holds `functions/` and the lock file; default: this repository. */
  readonly root?: string;
}

/** The app and its one stack; `app.synth()` writes the assembly. Throws an Error for a context that makes no stage. */
export function alignmentApp(props: AlignmentAppProps): { app: App; stack: AlignmentStack } {
  const { outdir, context, bundling, validation, root = join(import.meta.dirname, '..') } = props;
  const app = new App({
    ...(outdir === undefined ? {} : { outdir }),
    context: { ...settings.context, ...(bundling ? {} : { 'aws:cdk:bundling-stacks': [] }), ...context },
    analyticsReporting: false,
    builtinCloudFormationValidation: validation,
  });
  const stage = readStage(app.node);
  const stack = new AlignmentStack(app, `counterpart-${stage.name}`, {
    description: `Counterpart, stage ${stage.name}`,
    stage,
    root,
    terminationProtection: stage.disposable === undefined,
  });
  acknowledgeFindings(stack, stage);
  if (validation) {
    const packs = [new AwsSolutionsChecks(app), new ServerlessChecks(app), new DeliveryChecks(app)];
    Validations.of(app).addPlugins(...packs);
  }
  return { app, stack };
}
