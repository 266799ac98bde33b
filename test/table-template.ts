/**
 * The table as the infrastructure declares it, synthesised once for the whole test run, so that a test's table and a
 * deployed one can't differ. A test gets it with `inject('tableResource')`.
 */
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { TestProject } from 'vitest/node';
import { OrganisationTable } from '../infra/constructs/organisation-table.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The resource AWS::DynamoDB::Table of the template, as JSON. */
    tableResource: string;
  }
}

/** The table's resource as CloudFormation gets it. Throws unless the construct makes exactly one table. */
export function tableResource(): unknown {
  const stack = new Stack(new App({ analyticsReporting: false }), 'table-only');
  new OrganisationTable(stack, 'Table', { disposable: { because: 'A test makes its table anew.' } });
  const tables = Object.values(Template.fromStack(stack).findResources('AWS::DynamoDB::Table'));
  if (tables.length !== 1) throw new Error(`found ${tables.length} tables in the template, expected one`);
  return tables[0];
}

/** Synthesises before the first test. */
export function setup(project: TestProject): void {
  project.provide('tableResource', JSON.stringify(tableResource()));
}
