// The fake service's changes of the organisation itself, over the real domain: shown first, made as they were shown.
import type { Answer } from '../../shared/api/client.ts';
import { runningQuarter } from '../../shared/domain/calendar.ts';
import { contentHash } from '../../shared/domain/canonical.ts';
import { withStatutory } from '../../shared/domain/kpi-change.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import {
  type Altered,
  altered,
  alteredItem,
  type Reorganising,
} from '../../shared/domain/reorganise/altered.ts';
import { movedKpi } from '../../shared/domain/reorganise/move.ts';
import { targetsSet } from '../../shared/domain/reorganise/targets.ts';
import type { Asked, Operations } from './fake-service.ts';
import type { FakeState, Kind } from './fake-state.ts';

const bare = <T extends object>(stored: T) => {
  const { version, updatedAt, updatedBy, ...rest } = stored as T & {
    version: number;
    updatedAt: string;
    updatedBy: string;
  };
  return rest;
};

const changeOf = (state: FakeState, { who }: Asked<never> | Asked, reason?: string): Reorganising => ({
  by: who.id,
  at: state.now,
  running: runningQuarter(state.now, state.organisation),
  reason,
});

const answerOf = (
  state: FakeState,
  who: string,
  changes: readonly Altered[],
  { apply, basis }: { readonly apply: boolean; readonly basis?: string | undefined },
): Answer<'renameDepartment'> => {
  const kindOf = ({ kind }: Altered) => `${kind}s` as Kind;
  const versions = changes.map((one) => [one.after.id, state.stampOf(kindOf(one), one.after.id).version]);
  const present = contentHash(versions).slice(0, 32);
  if (basis !== undefined && basis !== present)
    throw new Refusal('stale-version', 'What was shown has changed meanwhile.', [
      { path: '/basis', found: basis, expected: present },
    ]);
  if (apply) for (const one of changes) state.put(kindOf(one), one.after as never, who);
  return {
    state: apply ? 'applied' : 'previewed',
    basis: present,
    total: changes.length,
    items: changes.map(alteredItem),
    rests: { total: 0, items: [] },
  };
};

/** The operations of this part. */
export const reorganiseOperations: Operations = {
  getDepartment: (state, { params: { id } }) => state.find('departments', id),
  getMember: (state, { params: { id } }) => state.find('members', id),
  listJourneys: (state) => ({ items: [...state.list('journeys')] }),
  listCapabilities: (state) => ({ items: [...state.list('capabilities')] }),
  listRests: () => ({ total: 0, items: [] }),
  renameDepartment: (state, asked) => {
    const { params, body, who } = asked;
    const before = bare(state.find('departments', params.id));
    const change = changeOf(state, asked, body.reason);
    return answerOf(
      state,
      who.id,
      altered('department', before, { ...before, name: body.name }, change),
      body,
    );
  },
  moveKpi: (state, asked) => {
    const { params, body, who } = asked;
    if (!state.list('departments').some(({ id }) => id === body.department))
      throw new Refusal('invalid-input', 'There is no such department.', [
        { path: '/department', found: body.department, expected: 'the id of a department' },
      ]);
    const kpi = bare(state.find('kpis', params.id));
    return answerOf(state, who.id, movedKpi(kpi, body.department, changeOf(state, asked, body.reason)), body);
  },
  setTargets: (state, asked) => {
    const { params, body, who } = asked;
    const kpis = new Map(state.list('kpis').map((kpi) => [kpi.id, bare(kpi)]));
    const changes = targetsSet(kpis, params.id, params.quarter, body.targets, changeOf(state, asked));
    return answerOf(state, who.id, changes, body);
  },
  putStatutory: (state, asked) => {
    const { params, body, who } = asked;
    const kpi = bare(state.find('kpis', params.id));
    const change = { by: who.id, at: state.now, reason: body.reason };
    state.put('kpis', withStatutory(kpi, body.approved, change), who.id);
    return state.find('kpis', params.id);
  },
};
