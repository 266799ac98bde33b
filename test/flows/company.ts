// A small company on DynamoDB Local whose people write through the table as the API does, and whose flows run with
// a clock that the test holds.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { departmentFields } from '../../shared/domain/department.ts';
import { kpiFields } from '../../shared/domain/kpi.ts';
import { memberFields } from '../../shared/domain/member.ts';
import { objectiveFields } from '../../shared/domain/objective.ts';
import { outcomeFields } from '../../shared/domain/outcome.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import { type Reading, submissionSchema } from '../../shared/domain/submission.ts';
import type { Writing } from '../../shared/domain/writing.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { evaluateOrganisation } from '../../shared/flows/evaluate.ts';
import { type Hint, hintOf } from '../../shared/flows/hints.ts';
import { putDefinition, readDefinition } from '../../shared/table/definitions.ts';
import { createOrganisation } from '../../shared/table/organisations.ts';
import { decideSubmission, putSubmission, versionsOf } from '../../shared/table/submissions.ts';
import type { Table } from '../../shared/table/table.ts';
import { makeTable } from '../fresh-table.ts';

const fields = {
  department: departmentFields,
  outcome: outcomeFields,
  objective: objectiveFields,
  kpi: kpiFields,
  member: memberFields,
} as const;
type Kind = keyof typeof fields;

/** A fresh table of the deployed shape. */
export const freshTable = async (client?: DynamoDBClient): Promise<Table> => {
  const fresh = await makeTable(inject('dynamodbEndpoint'), JSON.parse(inject('tableResource')));
  return client === undefined ? fresh.table : fresh.through(client);
};

/** A company, its table and its people's hands. */
export class Company {
  readonly org: OrgId;
  readonly table: Table;
  at = '2026-07-20T09:00:00Z';
  readonly logged: { level: string; message: string; fields: Readonly<Record<string, unknown>> }[] = [];
  #nonce = 0;
  #hints: Hint[] = [];

  private constructor(table: Table, org: OrgId) {
    this.table = table;
    this.org = org;
  }

  static async found(table: Table, id = 'acme'): Promise<Company> {
    const company = new Company(table, orgId.parse(id));
    await createOrganisation(
      table,
      company.writing('operator'),
      { id, name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR', fiscalStart: 1 },
      { ...memberFields.parse({ name: 'Ada', email: 'ada@example.org', roles: ['analyst'] }), id: 'ada' },
      `sub-${id}-ada`,
    );
    return company;
  }

  get deps(): FlowDeps {
    return {
      table: this.table,
      machineNow: () => Date.parse(this.at),
      log: (level, message, fields) => this.logged.push({ level, message, fields }),
    };
  }

  writing(by: string): Writing {
    this.#nonce += 1;
    return {
      org: this.org,
      by,
      at: this.at,
      machineNow: Date.parse(this.at),
      nonce: String(this.#nonce).padStart(6, '0'),
    };
  }

  #hint(pk: string, sk: string, type: string): void {
    const found = hintOf(pk, sk, type);
    if (found !== undefined) this.#hints.push(found.hint);
  }

  /** Defines or changes an entity. */
  async put(kind: Kind, id: string, body: Record<string, unknown>): Promise<void> {
    const before = await readDefinition(this.table, this.org, kind, id, true);
    const entity = { firstQuarter: '2024-Q1', ...before?.value, ...fields[kind].parse(body), id } as Record<
      string,
      unknown
    >;
    for (const stamp of ['version', 'updatedAt', 'updatedBy']) delete entity[stamp];
    if (kind === 'member') delete entity['firstQuarter'];
    if (kind === 'kpi') {
      entity['targets'] = before === undefined ? [] : (before.value as { targets: unknown[] }).targets;
      entity['formerDepartments'] ??= [];
      entity['changes'] ??= [];
    }
    await putDefinition(
      this.table,
      this.writing('ada'),
      { kind, action: `${kind}.put`, entity: entity as never, before: before as never },
      () => ({ status: 200, body: null }),
    );
    this.#hint(`${this.org}|def`, `${kind}|${id}`, kind);
  }

  /** Submits a department's quarter as its next version. */
  async submit(
    department: string,
    quarter: Quarter,
    readings: Record<string, string | undefined>,
    history = false,
  ): Promise<void> {
    const version =
      ((await versionsOf(this.table, this.org, department, quarter, true))[0]?.value.version ?? 0) + 1;
    const list: Reading[] = Object.entries(readings).map(([kpi, actual]) =>
      actual === undefined ? { kpi, notMeasured: 'not asked' } : { kpi, actual },
    );
    const submission = submissionSchema.parse({
      department,
      quarter,
      version,
      state: 'submitted',
      readings: list,
      history,
      submittedAt: this.at,
      submittedBy: 'hanna',
    });
    await putSubmission(this.table, this.writing('hanna'), submission, { status: 201, body: null });
    this.#hint(
      `${this.org}|submission|${department}`,
      `${quarter}|000001`,
      history ? 'history' : 'submission',
    );
  }

  /** Accepts or returns the latest version. */
  async decide(department: string, quarter: Quarter, state: 'accepted' | 'returned'): Promise<void> {
    const [latest] = await versionsOf(this.table, this.org, department, quarter, true);
    if (latest === undefined || latest.value.state !== 'submitted') return;
    await decideSubmission(
      this.table,
      this.writing('eve'),
      latest,
      { ...latest.value, state, decidedAt: this.at, decidedBy: 'eve' },
      { status: 200, body: null },
    );
    this.#hint(`${this.org}|submission|${department}`, `${quarter}|000001`, 'submission');
  }

  /** The hints that the stream would bring by now; they are forgotten by asking. */
  takeHints(): Hint[] {
    const hints = this.#hints;
    this.#hints = [];
    return hints;
  }

  /** What the stream does after writes. */
  evaluate(hints: readonly Hint[] = this.takeHints(), deps: FlowDeps = this.deps): Promise<boolean> {
    const begin = hints.some((hint) => hint.kind === 'submission' && !hint.history);
    return evaluateOrganisation(deps, this.org, { hints, at: this.at, begin });
  }
}
