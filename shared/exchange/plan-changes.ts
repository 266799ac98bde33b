// A plan as it grows: what changes, in the order in which it may be written, what stays, and whether the importer may.
import { canonicalJson } from '../domain/canonical.ts';
import { type Change, type ChangeItem, itemOf } from '../domain/change-set.ts';
import type { Member } from '../domain/member.ts';
import type { Mention } from '../domain/mentions.ts';
import type { Dataset } from './dataset.ts';
import type { PlanContext } from './plan-context.ts';
import { fieldsBetween } from './plan-fields.ts';
import { type PlannedKind, tableOf } from './plan-kept.ts';
import type { Entry } from './rows.ts';

/** A change with what people are shown of it. */
export interface Planned {
  readonly change: Change;
  readonly item: ChangeItem;
}

/** Whether two values say the same, whatever the order of their fields. */
export const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const analystsOnly = 'nothing that would change: only an analyst imports this';
const ownDepartments = 'a department that you write for; an analyst may import for all';

/** The plan of definitions. */
export class PlannedChanges {
  readonly context: PlanContext;
  readonly planned: Planned[] = [];
  unchanged = 0;
  /** The members as they will be, by id. */
  readonly members: Map<string, Member>;
  readonly #departments: ReadonlySet<string>;
  readonly #objectives: ReadonlySet<string>;

  constructor(context: PlanContext, dataset: Dataset) {
    const { definitions } = context.present;
    const idsOf = (...lists: (readonly { readonly id: string }[])[]) =>
      new Set(lists.flat().map(({ id }) => id));
    this.context = context;
    this.members = new Map(definitions.members.map((member) => [member.id, member]));
    this.#departments = idsOf(definitions.departments, dataset.departments);
    this.#objectives = idsOf(definitions.objectives, dataset.objectives);
  }

  /** The row that defines an entity. */
  row(kind: PlannedKind, id: string): Entry | undefined {
    return this.context.row(tableOf[kind], ['id'], id);
  }

  /** Whether a mention leads somewhere when all is written. */
  readonly exists = ({ kind, id }: Mention): boolean => {
    if (kind === 'member') return this.members.get(id)?.status === 'active';
    return (kind === 'department' ? this.#departments : this.#objectives).has(id);
  };

  /** Blames the row of a change that the importer may not make. No owner: only analysts may. */
  allow(entry: Entry | undefined, ...owners: readonly string[]): void {
    const { isAnalyst, importer } = this.context;
    if (isAnalyst) return;
    const foreign = owners.find((department) => !importer.isOwn(department));
    const key = entry?.values.has('setting') ? 'setting' : 'id';
    if (owners.length === 0) this.context.blame(entry, key, entry?.values.get(key), analystsOnly);
    else if (foreign !== undefined) this.context.blame(entry, 'department', foreign, ownDepartments);
  }

  /** Takes a change into the plan, or counts what stays; says whether anything changes. */
  settle(
    kind: Change['kind'],
    before: { readonly id: string } | undefined,
    entity: { readonly id: string },
  ): boolean {
    if (before !== undefined && same(before, entity)) {
      this.unchanged++;
      return false;
    }
    const expected = this.context.present.versions.get(`${kind}|${entity.id}`) ?? 0;
    const change = { kind, expected, entity } as unknown as Change;
    const fields = before === undefined ? [] : fieldsBetween(before, entity);
    this.planned.push({ change, item: { ...itemOf(change), fields } });
    return true;
  }
}
