import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { acknowledgements } from '../../infra/acknowledgements.ts';
import { readStage } from '../../infra/stage.ts';
import { bareFindings, type Finding, reportedFindings } from './rule-packs.ts';
import { FULL_PROD, PROD } from './synthesis.ts';

const STAGES: [string, Readonly<Record<string, string>>][] = [
  ['dev', {}],
  ['prod', PROD],
  ['prod with everything that context can set', FULL_PROD],
];

describe.each(STAGES)('in %s', (_, context) => {
  const accepted = acknowledgements(readStage(new App({ context }).node));
  const bare = bareFindings(context);

  it('the rule packs and the validation of CloudFormation find nothing of any severity', {
    timeout: 30_000,
  }, () => {
    expect(reportedFindings(context)).toEqual({ failed: false, findings: [] });
  });

  it('at most ten findings are acknowledged, each with a reason', () => {
    expect(accepted.length).toBeLessThanOrEqual(10);
    for (const { id, reason } of accepted) expect(reason, id).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('no acknowledgement is stale', () => {
    const stale = accepted.filter((one) => !bare.some((finding) => covers(one, finding)));
    expect(stale).toEqual([]);
  });

  it('every finding is acknowledged exactly once, and none of our own pack is', () => {
    const counts = bare.map((finding) => [
      `${finding.rule} ${finding.path}`,
      accepted.filter((one) => covers(one, finding)).length,
    ]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
    expect(bare.filter(({ rule }) => rule.startsWith('Delivery-'))).toEqual([]);
  });
});

describe('without acknowledgements', () => {
  it('the packs find what is acknowledged, so they did look', () => {
    expect([...new Set(bareFindings({}).map(({ rule }) => rule))].toSorted()).toEqual([
      'AwsSolutions-APIG4',
      'AwsSolutions-CFR1',
      'AwsSolutions-CFR2',
      'AwsSolutions-CFR4',
      'AwsSolutions-COG8',
      'AwsSolutions-IAM5[Resource::*]',
      'AwsSolutions-SQS3',
      'Serverless-LambdaDLQ',
      'Serverless-SQSRedrivePolicy',
    ]);
  });

  it('an own domain and a web ACL leave two of them nothing to find', () => {
    const rules = bareFindings(FULL_PROD).map(({ rule }) => rule);
    expect(rules).not.toContain('AwsSolutions-CFR2');
    expect(rules).not.toContain('AwsSolutions-CFR4');
  });
});

function covers({ id, at }: { readonly id: string; readonly at: string }, { rule, path }: Finding): boolean {
  return id === rule && `${path}/`.startsWith(`${at}/`);
}
