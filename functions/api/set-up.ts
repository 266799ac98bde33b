// Everything that an organisation defines: its departments, journeys, outcomes, capabilities, members, objectives and
// KPIs, and its own settings.
import { setUpRoutes } from '../../shared/api/routes/set-up.ts';
import { checkIds } from '../../shared/checks/check-ids.ts';
import { calendarAt, runningQuarter } from '../../shared/domain/calendar.ts';
import {
  journeyFaults,
  lifetimeFaults,
  memberFaults,
  outcomeFaults,
  policyFaults,
} from '../../shared/domain/definition-faults.ts';
import { kpiAfter, kpiFaults, withStatutory, withTarget } from '../../shared/domain/kpi-change.ts';
import type { Member } from '../../shared/domain/member.ts';
import { mentionsOf } from '../../shared/domain/mentions.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { alive, beginning, type Defining, define, oneOf, pageOf } from '../../shared/flows/define.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { type StoredOf, unstamped } from '../../shared/table/definitions.ts';
import { leavingSteps } from '../../shared/table/held-kpis.ts';
import { analystRemains } from '../../shared/table/last-analyst.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

/** The answer to a stored entity: itself, under its version. */
const shown =
  <T extends { readonly version: number }, A>(call: { readonly reply: (body: T, version: number) => A }) =>
  (stored: T): A =>
    call.reply(stored, stored.version);

/** A member as the caller may see him or her. */
const seenBy = (caller: Member, { email, ...rest }: StoredOf<'member'>) =>
  caller.roles.includes('analyst') || caller.id === rest.id ? { ...rest, email } : rest;

const unknown = (kind: string, id: string) => new Refusal('not-found', `There is no ${kind} “${id}”.`);

/** What becomes of the organisation's record. */
const settings =
  (call: Defining, change: (before: StoredOf<'organisation'>) => Partial<StoredOf<'organisation'>>) =>
  async (before: StoredOf<'organisation'> | undefined) => {
    if (before === undefined) throw unknown('organisation', call.org);
    return { entity: { ...unstamped(before), ...change(before) } };
  };

/** The handler of the set-up routes. */
export const handler = apiHandler(
  setUpRoutes,
  {
    getMe: async (call) => {
      const organisation = await call.organisation();
      return call.reply({
        member: call.member,
        organisation,
        calendar: calendarAt(call.now, organisation),
        now: call.now,
        runningQuarter: runningQuarter(call.now, organisation),
      });
    },

    getOrganisation: async (call) => shown(call)(await oneOf(table, call, 'organisation', call.org)),
    getDepartment: async (call) => shown(call)(await oneOf(table, call, 'department', call.params.id)),
    getJourney: async (call) => shown(call)(await oneOf(table, call, 'journey', call.params.id)),
    getCapability: async (call) => shown(call)(await oneOf(table, call, 'capability', call.params.id)),
    getOutcome: async (call) => shown(call)(await oneOf(table, call, 'outcome', call.params.id)),
    getObjective: async (call) => shown(call)(await oneOf(table, call, 'objective', call.params.id)),
    getKpi: async (call) => shown(call)(await oneOf(table, call, 'kpi', call.params.id)),
    getMember: async (call) =>
      shown(call)(seenBy(call.member, await oneOf(table, call, 'member', call.params.id))),

    listDepartments: async (call) => call.reply(await pageOf(table, call, 'department')),
    listJourneys: async (call) => call.reply(await pageOf(table, call, 'journey')),
    listCapabilities: async (call) => call.reply(await pageOf(table, call, 'capability')),
    listOutcomes: async (call) => call.reply(await pageOf(table, call, 'outcome')),
    listObjectives: async (call) => call.reply(await pageOf(table, call, 'objective')),
    listKpis: async (call) => call.reply(await pageOf(table, call, 'kpi')),
    listMembers: async (call) => {
      const { items, ...rest } = await pageOf(table, call, 'member');
      return call.reply({ items: items.map((member) => seenBy(call.member, member)), ...rest });
    },

    putOrganisation: (call) =>
      define(table, call, {
        kind: 'organisation',
        id: call.org,
        make: settings(call, () => call.body),
        reply: shown(call),
      }),
    putPolicy: (call) =>
      define(table, call, {
        kind: 'organisation',
        id: call.org,
        make: async (before) => ({
          ...(await settings(call, () => ({ policy: call.body }))(before)),
          faults: policyFaults(call.body, checkIds),
          action: 'policy.put',
        }),
        reply: shown(call),
      }),
    putDepartment: (call) =>
      define(table, call, { kind: 'department', id: call.params.id, make: alive(call), reply: shown(call) }),
    putJourney: (call) =>
      define(table, call, {
        kind: 'journey',
        id: call.params.id,
        make: alive(call, { mentions: mentionsOf.journey(call.body), faults: journeyFaults(call.body) }),
        reply: shown(call),
      }),
    putCapability: (call) =>
      define(table, call, {
        kind: 'capability',
        id: call.params.id,
        make: alive(call, { mentions: mentionsOf.capability(call.body) }),
        reply: shown(call),
      }),
    putOutcome: (call) =>
      define(table, call, {
        kind: 'outcome',
        id: call.params.id,
        make: alive(call, { mentions: mentionsOf.outcome(call.body), faults: outcomeFaults(call.body) }),
        reply: shown(call),
      }),
    putMember: (call) =>
      define(table, call, {
        kind: 'member',
        id: call.params.id,
        make: async (before) => {
          const entity: Member = { ...call.body, id: call.params.id };
          const also = await analystRemains(table, call.org, before, entity);
          return { entity, mentions: mentionsOf.member(entity), faults: memberFaults(entity), also };
        },
        reply: shown(call),
      }),
    putObjective: (call) =>
      define(table, call, {
        kind: 'objective',
        id: call.params.id,
        make: async (before) => {
          const made = await alive(call, { mentions: mentionsOf.objective(call.body) })(before);
          return { ...made, departments: [call.body.department, before?.department ?? call.body.department] };
        },
        reply: shown(call),
      }),
    putKpi: (call) =>
      define(table, call, {
        kind: 'kpi',
        id: call.params.id,
        make: async (stored) => {
          const before = stored && unstamped(stored);
          const running = runningQuarter(call.now, await call.organisation());
          const first = await beginning(call, call.body, before);
          const change = { by: call.member.id, at: call.now, running };
          const entity = kpiAfter(before, call.params.id, call.body, first, change);
          return {
            entity,
            departments: [entity.department, before?.department ?? entity.department],
            mentions: mentionsOf.kpi(entity),
            faults: [...lifetimeFaults(entity), ...kpiFaults(entity)],
            also: leavingSteps(table, call.org, before, entity),
          };
        },
        reply: shown(call),
      }),
    putStatutory: (call) =>
      define(table, call, {
        kind: 'kpi',
        id: call.params.id,
        make: async (before) => {
          if (before === undefined) throw unknown('kpi', call.params.id);
          const { approved, reason } = call.body;
          const change = { by: call.member.id, at: call.now, reason };
          return { entity: withStatutory(unstamped(before), approved, change), action: 'kpi.statutory' };
        },
        reply: shown(call),
      }),
    putTarget: (call) =>
      define(table, call, {
        kind: 'kpi',
        id: call.params.id,
        make: async (before) => {
          if (before === undefined) throw unknown('kpi', call.params.id);
          await call.own(before.department);
          const target = { ...call.body, from: call.params.quarter, setAt: call.now, by: call.member.id };
          return {
            entity: withTarget(unstamped(before), target),
            departments: [before.department],
            action: 'kpi.target',
          };
        },
        reply: shown(call),
      }),
  },
  apiStore(table),
);
