// Runs checks over a map. A throw inside one check is a verdict of that check, never the end of the evaluation.

import { activeIn } from '../domain/active.ts';
import type { Condition, Subject } from '../domain/finding.ts';
import type { Context } from '../domain/liveness.ts';
import type { AnyNode, MapNode, NodeKind } from '../domain/strategy-links.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { Check, Verdict } from './check.ts';
import { rulesVersion } from './rules-version.ts';
import type { Touched } from './touched.ts';

/** What one check said of one subject. Its finding's identity is `fingerprintOf(check, subject, quarter)`. */
export interface CheckResult {
  readonly check: string;
  readonly subject: Subject;
  readonly result: Verdict | { readonly verdict: 'crashed'; readonly error: string };
}

/** Whether a node takes part in a quarter's evaluation at all. Objectives outside their quarters are told so. */
const takesPart = (node: AnyNode, context: Context): boolean => {
  if (node.data === undefined) return false;
  switch (node.kind) {
    case 'measure':
    case 'member':
    case 'action':
      return true;
    case 'objective':
      return node.data.retiredFrom === undefined || context.quarter < node.data.retiredFrom;
    default:
      return activeIn(node.data, context.quarter);
  }
};

const verdictOf = (
  check: Check,
  node: MapNode<NodeKind>,
  context: Context,
  other?: MapNode<NodeKind>,
): CheckResult['result'] => {
  try {
    return check.find(node, context, other as MapNode<never>);
  } catch (error) {
    return { verdict: 'crashed', error: error instanceof Error ? error.message : String(error) };
  }
};

/** An anchor that takes part, with the subject that it is. */
interface Anchor {
  readonly node: MapNode<NodeKind>;
  readonly subject: Subject;
}
const anchorOf = (node: MapNode<NodeKind>): Anchor => ({
  node,
  subject: { kind: node.kind as Subject['kind'], ids: [node.id] },
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const judgeAnchor = (
  check: Check,
  { node, subject }: Anchor,
  context: Context,
  results: CheckResult[],
): void => {
  const { id, pair } = check.meta;
  if (pair === undefined) {
    results.push({ check: id, subject, result: verdictOf(check, node, context) });
    return;
  }
  const others = (node.links as Readonly<Record<string, readonly MapNode<NodeKind>[]>>)[pair.link] ?? [];
  for (const other of others.length > 1 ? others.toSorted(byId) : others)
    results.push({
      check: id,
      subject: { kind: pair.kind, ids: [node.id, other.id] },
      result: verdictOf(check, node, context, other),
    });
};

/** Whether a check runs under this policy. */
export const isOn = ({ meta }: Pick<Check, 'meta'>, { policy }: Pick<Context, 'policy'>): boolean =>
  policy.checks[meta.id] ?? meta.onByDefault ?? true;

/**
 * Every result of one check for one anchor node: one, or one for each pair that begins with it, by id.
 * `context` must have been made for this evaluation: facts worked out once hang on it.
 */
export const judge = (check: Check, node: MapNode<NodeKind>, context: Context): CheckResult[] => {
  const results: CheckResult[] = [];
  if (takesPart(node as AnyNode, context)) judgeAnchor(check, anchorOf(node), context, results);
  return results;
};

/** All results of a quarter: check by check in the catalogue's order, subjects by id. */
export const evaluate = (map: StrategyMap, context: Context, checks: readonly Check[]): CheckResult[] => {
  const own = { ...context };
  const results: CheckResult[] = [];
  const anchors = new Map<NodeKind, Anchor[]>();
  for (const check of checks) {
    if (!isOn(check, own)) continue;
    const kind = check.meta.anchor;
    let ofKind = anchors.get(kind);
    if (ofKind === undefined) {
      ofKind = map
        .all(kind)
        .filter((node) => takesPart(node as AnyNode, own))
        .map(anchorOf);
      anchors.set(kind, ofKind);
    }
    for (const anchor of ofKind) judgeAnchor(check, anchor, own, results);
  }
  return results;
};

/** The results of the touched subjects only, in the order in which `evaluate` gives them. */
export const reevaluate = (
  map: StrategyMap,
  context: Context,
  checks: readonly Check[],
  touched: Touched,
): CheckResult[] => {
  const own = { ...context };
  const results: CheckResult[] = [];
  for (const check of checks) {
    const ids = touched.get(check.meta.id);
    if (ids === undefined || !isOn(check, own)) continue;
    for (const id of [...ids].sort()) {
      const node = map.node(check.meta.anchor, id);
      if (node !== undefined && takesPart(node as AnyNode, own))
        judgeAnchor(check, anchorOf(node), own, results);
    }
  }
  return results;
};

/** The condition that a failing result puts into its finding; undefined for every other verdict. */
export const conditionOf = (
  { check, subject, result }: CheckResult,
  context: Context,
): Condition | undefined =>
  result.verdict !== 'fail'
    ? undefined
    : {
        check,
        subject,
        quarter: context.quarter,
        level: result.level,
        message: result.message,
        data: { ...result.data },
        reasons: [...result.reasons],
        evidence: {
          columns: [...result.evidence.columns],
          rows: result.evidence.rows.map((row) => [...row]),
        },
        related: result.related.map((ref) => ({ ...ref })),
        rulesVersion,
      };
