/** Synthesises the stack in process, without bundling; the template comes as the plain data that CloudFormation gets. */
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { alignmentApp } from '../../infra/alignment-app.ts';
import { makeStubRoot } from './stub-root.ts';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
/** A resource of a template. */
export type Resource = z.infer<typeof Resource>;

/** Context of the smallest prod stage, and of one with everything that context can set. */
export const PROD = { stage: 'prod' };
export const FULL_PROD = {
  stage: 'prod',
  mailFrom: 'counterpart@acme.com',
  mailDomain: 'acme.com',
  pageDomain: 'kpi.acme.com',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
  webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/front/12345678-1234-1234-1234-123456789012',
  alarmTopicArn: 'arn:aws:sns:eu-west-1:123456789012:on-call',
  callbackUrls: 'https://staging.acme.com/',
  signInPrefix: 'acme-kpi',
};

/** The template of the stack for a context. */
export function synthesise(context: Readonly<Record<string, string>> = {}): Template {
  const { stack } = alignmentApp({ context, bundling: false, validation: false, root: makeStubRoot() });
  return Template.fromStack(stack);
}

/** Every resource of one type, by logical id. */
export function resourcesOf(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => [id, Resource.parse(resource)]);
}

/** Every resource of the template, by logical id. */
export function allResources(template: Template): [string, Resource][] {
  const { Resources } = z.object({ Resources: z.record(z.string(), Resource) }).parse(template.toJSON());
  return Object.entries(Resources);
}
