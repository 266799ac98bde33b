// Several definitions at once: read together as they stand, written together with an audit entry each, or not at all.
import type { AuditEntry } from '../domain/audit.ts';
import type { Kpi } from '../domain/kpi.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Definitions } from '../domain/sources.ts';
import type { Writing } from '../domain/writing.ts';
import { auditStep } from './commit.ts';
import {
  type DefinitionChangeOf,
  definitionWrite,
  type Kept,
  keptDefinition,
  type StoredOf,
  unstamped,
} from './definitions.ts';
import { leavingSteps } from './held-kpis.ts';
import { type DefinitionKind, definitionKinds, partitions } from './keys.ts';
import { type Guarded, queryAll, type Table } from './table.ts';

type KeptAny = Kept<StoredOf<DefinitionKind>>;

/** Definitions as they stand: each with its version and audit hash, by kind and id. */
export class Standing {
  readonly #kept = new Map<string, KeptAny>();

  /** Adds one, or nothing. */
  add<K extends DefinitionKind>(kind: K, kept: Kept<StoredOf<K>> | undefined): void {
    if (kept !== undefined) this.#kept.set(`${kind}|${kept.value.id}`, kept);
  }

  /** One entity, or undefined. */
  one<K extends DefinitionKind>(kind: K, id: string): Kept<StoredOf<K>> | undefined {
    return this.#kept.get(`${kind}|${id}`) as Kept<StoredOf<K>> | undefined;
  }

  #all<K extends DefinitionKind>(kind: K): Omit<StoredOf<K>, 'version' | 'updatedAt' | 'updatedBy'>[] {
    return [...this.#kept]
      .filter(([key]) => key.startsWith(`${kind}|`))
      .map(([, { value }]) => unstamped(value as StoredOf<K>));
  }

  /** All of them, without their stamps. */
  definitions(): Definitions {
    return {
      departments: this.#all('department'),
      journeys: this.#all('journey'),
      capabilities: this.#all('capability'),
      outcomes: this.#all('outcome'),
      objectives: this.#all('objective'),
      members: this.#all('member'),
      kpis: this.#all('kpi'),
      actions: this.#all('action'),
    } as Definitions;
  }
}

/** Everything that an organisation has defined, as it stands, read strongly. */
export const everythingStanding = async (table: Table, org: OrgId): Promise<Standing> => {
  const standing = new Standing();
  for (const item of await queryAll(table, { pk: partitions.definitions(org), strong: true })) {
    const kind = definitionKinds.find((one) => item.sk.startsWith(`${one}|`));
    if (kind !== undefined) standing.add(kind, keptDefinition(kind, item));
  }
  return standing;
};

/** One definition as it shall be, but for its stamp, and as it was read, strongly. */
export interface NewState {
  readonly kind: DefinitionKind;
  readonly entity: { readonly id: string };
  readonly before: KeptAny | undefined;
}

const stepsOf = (
  table: Table,
  writing: Writing,
  action: string,
  { kind, entity, before }: NewState,
  number: number,
): { readonly steps: Guarded[]; readonly audit: AuditEntry } => {
  const numbered = { ...writing, nonce: `${writing.nonce}.${String(number).padStart(3, '0')}` };
  const change = { kind, action: `${kind}.${action}`, entity, before } as DefinitionChangeOf<DefinitionKind>;
  const { stored, put, audit } = definitionWrite(table, numbered, change);
  const leaving =
    kind === 'kpi' ? leavingSteps(table, writing.org, before?.value as Kpi | undefined, stored as Kpi) : [];
  return { steps: [put, ...leaving], audit };
};

/** The steps of one transaction, at most, besides the answer's record. */
const mostSteps = 99;

/** The steps that store these states and their audit entries; undefined where they are too many for one transaction. */
export const stepsTogether = (
  table: Table,
  writing: Writing,
  action: string,
  states: readonly NewState[],
): Guarded[] | undefined => {
  const made = states.map((state, number) => stepsOf(table, writing, action, state, number));
  const steps = [
    ...made.flatMap((one) => one.steps),
    ...made.map(({ audit }) => auditStep(table, writing.org, audit)),
  ];
  return steps.length > mostSteps ? undefined : steps;
};
