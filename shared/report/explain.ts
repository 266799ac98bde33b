// One answer of a check, taken apart: what was read, by which thresholds it was judged, what it rests on, and what
// would clear it. The check is run once more on a view that notes every read; so the explanation can't differ from the
// verdict.
import type { Check } from '../checks/check.ts';
import { type CheckResult, evaluate, judge } from '../checks/evaluate.ts';
import { fill } from '../checks/message.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import { fingerprintOf, type Subject } from '../domain/finding.ts';
import type { Context } from '../domain/liveness.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { MapNode, NodeKind } from '../domain/strategy-links.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { Explanation } from './explanation.ts';
import { Recorder } from './recorder.ts';

/** How many things an explanation lists. */
export const mostInputs = 200;

const textOf = ({ meta }: Check, result: CheckResult['result']): string => {
  switch (result.verdict) {
    case 'fail':
      return fill(meta.messages[result.message] ?? result.message, result.data);
    case 'cannot-tell':
      return `Cannot tell: ${result.missing.join(', ')}.`;
    case 'not-applicable':
      return `Not applicable: ${result.why}.`;
    case 'crashed':
      return `The check crashed: ${result.error}`;
    default:
      return result.note ?? 'Passes.';
  }
};

/** A context whose policy notes the thresholds that are read. */
const watched = (context: Context, names: Set<string>): Context => ({
  ...context,
  policy: new Proxy(context.policy, {
    get: (policy, name) => {
      if (name in policy && name !== 'checks') names.add(String(name));
      return policy[name as keyof Policy];
    },
  }),
});

/** Runs the check on a view that notes what is read; a throw ends the reading, as it ended the judgement. */
const recorded = (
  check: Check,
  node: MapNode<NodeKind>,
  other: MapNode<NodeKind> | undefined,
  context: Context,
) => {
  const recorder = new Recorder();
  const names = new Set<string>(check.meta.thresholds);
  const view = recorder.view(node);
  const otherView = other && recorder.view(other, check.meta.pair?.link);
  try {
    check.find(view, watched(context, names), otherView as MapNode<never>);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return { inputs: recorder.inputs(), names };
};

const sameSubject = (a: Subject, b: Subject): boolean => a.ids.join(' ') === b.ids.join(' ');

const evidenceOf = (result: CheckResult['result']): Explanation['evidence'] => {
  const evidence = result.verdict === 'fail' || result.verdict === 'pass' ? result.evidence : undefined;
  return {
    columns: [...(evidence?.columns ?? [])],
    rows: (evidence?.rows ?? []).map((row) => [...row]),
  };
};

/** What is said of a subject that is gone, not yet there, or retired. */
const takesNoPart = { verdict: 'not-applicable', why: 'it takes no part in the quarter' } as const;

/** Why a check says what it says of a subject. */
export const explainSubject = (
  map: StrategyMap,
  context: Context,
  check: Check,
  subject: Subject,
): Explanation => {
  const { meta } = check;
  const [anchor = '', second] = subject.ids;
  if (meta.reads.some((path) => path.split('.').includes('measure'))) map.linkMeasures();
  const node = map.node(meta.anchor, anchor) as MapNode<NodeKind> | undefined;
  const judged = node && judge(check, node, { ...context }).find((one) => sameSubject(one.subject, subject));
  const result = judged?.result ?? takesNoPart;
  const links = node?.links as Readonly<Record<string, readonly MapNode<NodeKind>[]>> | undefined;
  const other = meta.pair && links?.[meta.pair.link]?.find(({ id }) => id === second);
  const { inputs, names } =
    node === undefined || judged === undefined
      ? { inputs: [], names: new Set<string>() }
      : recorded(check, node, other, context);
  return {
    fingerprint: fingerprintOf(meta.id, subject, context.quarter),
    check: meta.id,
    title: meta.title,
    question: meta.question,
    subject,
    quarter: context.quarter,
    verdict: result.verdict,
    ...(result.verdict === 'fail' ? { level: result.level } : {}),
    text: textOf(check, result),
    reasons:
      result.verdict === 'fail'
        ? [...result.reasons]
        : result.verdict === 'cannot-tell'
          ? [...result.missing]
          : [],
    inputs: inputs.slice(0, mostInputs),
    more: Math.max(0, inputs.length - mostInputs),
    thresholds: [...names].sort().map((name) => ({
      name,
      value: context.policy[name as keyof Policy],
      default: defaultPolicy[name as keyof Policy],
    })),
    evidence: evidenceOf(result),
    remedy: meta.remedy,
    rulesVersion,
  };
};

/**
 * Why the answer with this fingerprint - or the only one whose fingerprint begins so - is what it is; undefined
 * where no check that is on gives such an answer in the quarter.
 */
export const explain = (
  map: StrategyMap,
  context: Context,
  checks: readonly Check[],
  fingerprint: string,
): Explanation | undefined => {
  const found = evaluate(map, context, checks).filter(({ check, subject }) =>
    fingerprintOf(check, subject, context.quarter).startsWith(fingerprint),
  );
  const [one, ...others] = found;
  const check = checks.find(({ meta }) => meta.id === one?.check);
  if (one === undefined || check === undefined || others.length > 0) return undefined;
  return explainSubject(map, context, check, one.subject);
};
