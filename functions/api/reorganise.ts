// The life of an organisation: who is renamed, merged, split, moved, handed over, retired. Each answer says what it
// changes and what rests on it; only where it is asked to apply does it write.
import { reorganiseRoutes } from '../../shared/api/routes/reorganise.ts';
import { closeDate, dueDate, runningQuarter } from '../../shared/domain/calendar.ts';
import { dayOf } from '../../shared/domain/day.ts';
import { extensionFaults, withExtension } from '../../shared/domain/extension.ts';
import type { Kpi } from '../../shared/domain/kpi.ts';
import { Refusal, shown } from '../../shared/domain/problem.ts';
import { altered, type EntityOf, type Reorganising } from '../../shared/domain/reorganise/altered.ts';
import { copiedKpi } from '../../shared/domain/reorganise/copy-kpi.ts';
import { refuse } from '../../shared/domain/reorganise/find.ts';
import { handOver } from '../../shared/domain/reorganise/hand-over.ts';
import { livesOn, mergeDepartments } from '../../shared/domain/reorganise/merge.ts';
import { movedKpi } from '../../shared/domain/reorganise/move.ts';
import { retired } from '../../shared/domain/reorganise/retire.ts';
import { splitDepartment } from '../../shared/domain/reorganise/split.ts';
import { targetsSet } from '../../shared/domain/reorganise/targets.ts';
import { type Defining, oneOf } from '../../shared/flows/define.ts';
import { reorganise, restsAnswer, restsNow } from '../../shared/flows/reorganise.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { readDefinition, readDefinitions, unstamped } from '../../shared/table/definitions.ts';
import type { DefinitionKind } from '../../shared/table/keys.ts';
import { analystRemains } from '../../shared/table/last-analyst.ts';
import { everythingStanding, Standing } from '../../shared/table/many-definitions.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

type Asks = Pick<Defining, 'org' | 'member' | 'now' | 'organisation'>;

const unknown = (kind: string, id: string) => new Refusal('not-found', `There is no ${kind} “${id}”.`);

/** Who reorganises, in which running quarter, and why. */
const changeOf = async (call: Asks, reason?: string): Promise<Reorganising> => ({
  by: call.member.id,
  at: call.now,
  running: runningQuarter(call.now, await call.organisation()),
  reason,
});

/** A few definitions as they stand. */
const standingOf = async (
  { org }: Pick<Asks, 'org'>,
  ...wanted: readonly (readonly [DefinitionKind, string])[]
): Promise<Standing> => {
  const standing = new Standing();
  const kept = await Promise.all(wanted.map(([kind, id]) => readDefinition(table, org, kind, id, true)));
  for (const [i, [kind]] of wanted.entries()) standing.add(kind, kept[i]);
  return standing;
};

/** One of them without its stamp; refuses (`not-found`) where there is none. */
const standingOne = <K extends keyof EntityOf>(standing: Standing, kind: K, id: string): EntityOf[K] => {
  const kept = standing.one(kind, id);
  if (kept === undefined) throw unknown(kind, id);
  return unstamped(kept.value) as unknown as EntityOf[K];
};

/** Refuses a department that is unknown or retired, at the path of the body that names it. */
const requireLiving = (standing: Standing, department: string, { running }: Reorganising): void => {
  const found = standing.one('department', department)?.value;
  if (found !== undefined && livesOn(found, running)) return;
  const expected = 'the id of a department that is not retired';
  refuse([{ path: '/department', found: shown(department), expected }]);
};

const restsIn = async (call: Asks, quarter: string, of: Parameters<typeof restsNow>[3]) =>
  restsNow(
    table,
    call.org,
    { organisation: await call.organisation(), now: call.now, quarter: quarter as Reorganising['running'] },
    of,
  );

/** The handler of the routes that change the organisation itself. */
export const handler = apiHandler(
  reorganiseRoutes,
  {
    listRests: async (call) => {
      const { kind, id } = call.params;
      await oneOf(table, call, kind, id);
      const organisation = await call.organisation();
      const quarter = runningQuarter(call.now, organisation);
      return call.reply(
        await restsAnswer(table, call.org, { organisation, now: call.now, quarter }, { kind, id }),
      );
    },

    renameDepartment: async (call) => {
      const writing = await call.writing();
      const standing = await standingOf(call, ['department', call.params.id]);
      const before = standingOne(standing, 'department', call.params.id);
      const change = await changeOf(call, call.body.reason);
      return reorganise(table, {
        action: 'rename',
        asked: call.body,
        standing,
        altered: altered('department', before, { ...before, name: call.body.name }, change),
        writing,
        reply: call.reply,
      });
    },

    mergeDepartment: async (call) => {
      const writing = await call.writing();
      const standing = await everythingStanding(table, call.org);
      const from = call.params.id;
      standingOne(standing, 'department', from);
      const change = await changeOf(call, call.body.reason);
      return reorganise(table, {
        action: 'merge',
        asked: call.body,
        standing,
        altered: mergeDepartments(standing.definitions(), { from, into: call.body.into }, change),
        writing,
        reply: call.reply,
      });
    },

    splitDepartment: async (call) => {
      const writing = await call.writing();
      const standing = await everythingStanding(table, call.org);
      const from = call.params.id;
      standingOne(standing, 'department', from);
      const { apply, basis, reason, ...split } = call.body;
      const change = await changeOf(call, reason);
      return reorganise(table, {
        action: 'split',
        asked: { apply, basis },
        standing,
        altered: splitDepartment(standing.definitions(), { ...split, from }, change),
        writing,
        reply: call.reply,
      });
    },

    moveKpi: async (call) => {
      const writing = await call.writing();
      const { id } = call.params;
      const { department } = call.body;
      const standing = await standingOf(call, ['kpi', id], ['department', department]);
      const kpi = standingOne(standing, 'kpi', id);
      const change = await changeOf(call, call.body.reason);
      requireLiving(standing, department, change);
      return reorganise(table, {
        action: 'move',
        asked: call.body,
        standing,
        altered: movedKpi(kpi, department, change),
        writing,
        reply: call.reply,
      });
    },

    handOver: async (call) => {
      const writing = await call.writing();
      const standing = await everythingStanding(table, call.org);
      const member = call.params.id;
      const leaver = standingOne(standing, 'member', member);
      const { to, leaves } = call.body;
      const change = await changeOf(call, call.body.reason);
      const changes = handOver(standing.definitions(), { member, to, leaves }, change);
      const after = changes.find(({ kind, after: { id } }) => kind === 'member' && id === member)?.after;
      const also =
        after === undefined ? [] : await analystRemains(table, call.org, leaver, after as typeof leaver);
      return reorganise(table, {
        action: 'hand-over',
        asked: call.body,
        standing,
        altered: changes,
        also,
        writing,
        reply: call.reply,
      });
    },

    retire: async (call) => {
      const writing = await call.writing();
      const { kind, id } = call.params;
      const standing = await standingOf(call, [kind, id]);
      const before = standingOne(standing, kind, id);
      const { from } = call.body;
      const change = await changeOf(call, call.body.reason);
      return reorganise(table, {
        action: 'retire',
        asked: call.body,
        standing,
        altered: retired(kind, before, from, change),
        rests: await restsIn(call, from, { kind, id }),
        writing,
        reply: call.reply,
      });
    },

    copyKpi: async (call) => {
      const { id: from } = call.params;
      const { id, department, name } = call.body;
      const writing = await call.writing(department);
      const standing = await standingOf(call, ['kpi', from], ['kpi', id], ['department', department]);
      const kpi = standingOne(standing, 'kpi', from);
      const change = await changeOf(call, call.body.reason);
      requireLiving(standing, department, change);
      const taken = standing.one('kpi', id) !== undefined;
      return reorganise(table, {
        action: 'copy',
        asked: call.body,
        standing,
        altered: copiedKpi(kpi, { id, department, name }, taken, change),
        writing,
        reply: call.reply,
      });
    },

    setTargets: async (call) => {
      const { id: department, quarter } = call.params;
      const writing = await call.writing(department);
      const { targets } = call.body;
      const standing = await standingOf(call, ...targets.map(({ kpi }) => ['kpi', kpi] as const));
      const kpis = new Map(
        targets.flatMap(({ kpi }): [string, Kpi][] =>
          standing.one('kpi', kpi) === undefined ? [] : [[kpi, standingOne(standing, 'kpi', kpi)]],
        ),
      );
      return reorganise(table, {
        action: 'target',
        asked: call.body,
        standing,
        altered: targetsSet(kpis, department, quarter, targets, await changeOf(call)),
        writing,
        reply: call.reply,
      });
    },

    extendDueDate: async (call) => {
      const writing = await call.writing();
      const { id: department, quarter } = call.params;
      const known = await readDefinitions(table, call.org, 'department', [department], true);
      if (!known.has(department)) throw unknown('department', department);
      const standing = await standingOf(call, ['organisation', call.org]);
      const before = standingOne(standing, 'organisation', call.org);
      const { dueDate: until, reason } = call.body;
      refuse(
        extensionFaults(
          { dueDate: until },
          {
            due: dueDate(quarter, before),
            close: closeDate(quarter, before),
            today: dayOf(call.now, before.timeZone),
          },
        ),
      );
      const extension = { department, quarter, dueDate: until, reason, by: call.member.id, at: call.now };
      const after = { ...before, extensions: withExtension(before.extensions, extension) };
      return reorganise(table, {
        action: 'extend',
        asked: call.body,
        standing,
        altered: altered('organisation', before, after, await changeOf(call, reason)),
        writing,
        reply: call.reply,
      });
    },
  },
  apiStore(table),
);
