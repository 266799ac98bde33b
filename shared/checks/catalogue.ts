// Every check, in the order in which reports list them. This is the only list; pages, endpoint and tests derive
// from it.
import type { Context } from '../domain/liveness.ts';
import { assumedOutcome } from './assumed-outcome.ts';
import { channelGap } from './channel-gap.ts';
import type { Check } from './check.ts';
import { clockGap } from './clock-gap.ts';
import { divergingPair } from './diverging-pair.ts';
import { doubtfulPerspective } from './doubtful-perspective.ts';
import { duplicateKpi } from './duplicate-kpi.ts';
import { isOn } from './evaluate.ts';
import { idleDepartment } from './idle-department.ts';
import { incompleteCapability } from './incomplete-capability.ts';
import { missingCounterpart } from './missing-counterpart.ts';
import { missingSubmission } from './missing-submission.ts';
import { movedTarget } from './moved-target.ts';
import { noRoomToAct } from './no-room-to-act.ts';
import { opposedPull } from './opposed-pull.ts';
import { orphanObjective } from './orphan-objective.ts';
import { scoreWithoutWhy } from './score-without-why.ts';
import { siloedOutcome } from './siloed-outcome.ts';
import { staleKpi } from './stale-kpi.ts';
import { stalledAction } from './stalled-action.ts';
import { unacceptableProcess } from './unacceptable-process.ts';
import { unclockedSegment } from './unclocked-segment.ts';
import { unfeltProcess } from './unfelt-process.ts';
import { unheardOutcome } from './unheard-outcome.ts';
import { unlinkedKpi } from './unlinked-kpi.ts';
import { unmeasuredMomentOfTruth } from './unmeasured-moment-of-truth.ts';
import { unmeasuredObjective } from './unmeasured-objective.ts';
import { unrelatedCounterpart } from './unrelated-counterpart.ts';
import { unservedOutcome } from './unserved-outcome.ts';
import { untargetedKpi } from './untargeted-kpi.ts';
import { watermelon } from './watermelon.ts';

/** The catalogue. A check is generic in its subject; here all stand side by side. */
export const catalogue: readonly Check[] = [
  missingCounterpart,
  unrelatedCounterpart,
  unlinkedKpi,
  orphanObjective,
  unmeasuredObjective,
  unservedOutcome,
  unheardOutcome,
  siloedOutcome,
  idleDepartment,
  incompleteCapability,
  duplicateKpi,
  doubtfulPerspective,
  clockGap,
  unclockedSegment,
  unmeasuredMomentOfTruth,
  channelGap,
  unfeltProcess,
  divergingPair,
  watermelon,
  opposedPull,
  unacceptableProcess,
  movedTarget,
  scoreWithoutWhy,
  noRoomToAct,
  missingSubmission,
  staleKpi,
  untargetedKpi,
  assumedOutcome,
  stalledAction,
] as readonly unknown[] as readonly Check[];

const byId = new Map(catalogue.map((check) => [check.meta.id, check]));

/** The check of an id, or undefined where there is none. */
export const checkOf = (id: string): Check | undefined => byId.get(id);

/** Whether there is a check of this id and the policy lets it run. */
export const runs = (id: string, context: Pick<Context, 'policy'>): boolean => {
  const check = byId.get(id);
  return check !== undefined && isOn(check, context);
};
