/**
 * What the rule packs and the validation of CloudFormation find in a stack: once as the synthesis reports it, once
 * for the same stack as if nothing were acknowledged.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import * as z from 'zod';
import settings from '../../cdk.json' with { type: 'json' };
import { alignmentApp } from '../../infra/alignment-app.ts';
import { AlignmentStack } from '../../infra/alignment-stack.ts';
import { DeliveryChecks } from '../../infra/delivery-checks.ts';
import { readStage } from '../../infra/stage.ts';
import { makeStubRoot } from './stub-root.ts';

/** One resource that breaks one rule; `path` is its construct path from the stack on. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
}

const Report = z.object({
  pluginReports: z.array(
    z.looseObject({
      violations: z.array(
        z.looseObject({
          ruleName: z.string(),
          severity: z.string().optional(),
          violatingConstructs: z.array(z.looseObject({ constructPath: z.string().optional() })).optional(),
        }),
      ),
    }),
  ),
});

/** Every finding of any severity in the report file of a synthesis, after `spoil` has had its way with the stack. */
export function reportedFindings(
  context: Readonly<Record<string, string>>,
  spoil: (stack: AlignmentStack) => void = () => {},
): { readonly failed: boolean; readonly findings: Finding[] } {
  const { app, stack } = alignmentApp({ context, bundling: false, validation: true, root: makeStubRoot() });
  spoil(stack);
  const failed = failsToSynthesise(app);
  const text = readFileSync(join(app.outdir, 'validation-report.json'), 'utf8');
  return { failed, findings: findingsOf(Report.parse(JSON.parse(text))) };
}

/** Every finding of the rule packs in a stack on which nothing is acknowledged. */
export function bareFindings(context: Readonly<Record<string, string>>): Finding[] {
  const app = new App({ context: { ...settings.context, 'aws:cdk:bundling-stacks': [], ...context } });
  const stage = readStage(app.node);
  const stack = new AlignmentStack(app, 'Bare', { stage, root: makeStubRoot() });
  const packs: NagPack[] = [new AwsSolutionsChecks(app), new ServerlessChecks(app), new DeliveryChecks(app)];
  return packs.flatMap((pack) =>
    pack.validateScope(stack).violations.flatMap(({ ruleName, severity = 'none', violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({
        rule: ruleName,
        severity,
        path: constructPath.replace(/^Bare\//, ''),
      })),
    ),
  );
}

function failsToSynthesise(app: App): boolean {
  try {
    app.synth();
    return false;
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationFailed') return true;
    throw error;
  }
}

function findingsOf({ pluginReports }: z.infer<typeof Report>): Finding[] {
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, severity = 'none', violatingConstructs = [] }) =>
      violatingConstructs.map(({ constructPath = '' }) => ({
        rule: ruleName,
        severity,
        path: constructPath,
      })),
    ),
  );
}
