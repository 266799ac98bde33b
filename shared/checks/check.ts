// What a check is: a few facts about it (`meta`), and a pure function (`find`) that looks at one subject and gives
// one of four verdicts. A check reads its subject and what hangs on it by the links that it declares; nothing else:
// no clock, no randomness, no other part of the map. The shortest one to learn from is untargeted-kpi.ts.
import type { Evidence, Subject } from '../domain/finding.ts';
import type { Level } from '../domain/finding-levels.ts';
import type { Perspective } from '../domain/kpi.ts';
import type { Context } from '../domain/liveness.ts';
import type { Policy } from '../domain/policy.ts';
import type { LinksOf, MapNode, NodeKind, Ref } from '../domain/strategy-links.ts';

/** The four questions that the checks ask of a strategy, in the order in which a report asks them. */
export const groups = {
  links: 'Is everything tied to a customer?',
  clocks: 'Does the measure run while the customer waits?',
  readings: 'Do inside and outside tell the same story?',
  discipline: 'Can the report be trusted?',
} as const;

/** Everything that pages, catalogue, mails and SARIF tell about a check. */
export interface Meta<K extends NodeKind = NodeKind> {
  /** A noun in the failing state; the names of its file, page and test. */
  readonly id: string;
  readonly group: keyof typeof groups;
  /** The kind of node that it judges; its results are about this node, or about pairs that begin with it. */
  readonly anchor: K;
  /** For checks of pairs: the link from the anchor to the other half, and what the pair is called. */
  readonly pair?: {
    readonly link: keyof LinksOf[K] & string;
    readonly kind: Extract<Subject['kind'], `kpi-${string}`>;
  };
  /** The worst level it can fail at; where that depends on the perspective, one each, undefined where it never fails. */
  readonly level: Level | Readonly<Record<Perspective, Level | undefined>>;
  /** Every level it can fail at, worst first. */
  readonly levels: readonly Level[];
  readonly title: string;
  /** The question that it asks of each subject. */
  readonly question: string;
  /** Why it matters, and which idea it comes from. */
  readonly why: string;
  /** Message texts by id; `{name}` stands for a field of the failure's data. */
  readonly messages: Readonly<Record<string, string>>;
  /** One sentence that says what clears the finding. */
  readonly remedy: string;
  /** The links it reads, as paths from the anchor, such as `counterparts.owner`. A path includes its beginnings. */
  readonly reads: readonly string[];
  /** Policy thresholds that its verdicts depend on; they are shown with the finding. */
  readonly thresholds?: readonly (keyof Policy)[];
  /** Whether it runs where the policy says nothing; false until it has been shown to be quiet. */
  readonly onByDefault?: boolean;
}

/** A failure: what a finding is made from. */
export interface Failure {
  readonly verdict: 'fail';
  readonly level: Level;
  /** A key of `meta.messages`; its placeholders are the fields of `data`. */
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Sub-reasons, sorted; fields of the finding, not part of its identity. */
  readonly reasons: readonly string[];
  readonly evidence: Evidence;
  readonly related: readonly Ref[];
}
/** What a check says of one subject. A pass may carry a note, and figures that somebody would ask for. */
export type Verdict =
  | { readonly verdict: 'pass'; readonly note?: string; readonly evidence?: Evidence }
  | Failure
  | { readonly verdict: 'cannot-tell'; readonly missing: readonly string[] }
  | { readonly verdict: 'not-applicable'; readonly why: string };

/** A check. `other` is the second half of a pair, for the checks that judge pairs. */
export interface Check<K extends NodeKind = NodeKind, Other extends NodeKind = never> {
  readonly meta: Meta<K>;
  readonly find: (subject: MapNode<K>, context: Context, other: MapNode<Other>) => Verdict;
}

/** A worked example: facts in short form, and what the check says of one subject in them. */
export interface Example {
  readonly title: string;
  readonly strategy: ExampleStrategy;
  readonly subject: readonly string[];
  readonly quarter: string;
  readonly verdict: 'pass' | 'fail';
}
/** Facts as one would note them by hand; what is not said is filled in with the most ordinary value. */
export type ExampleStrategy = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** How many rows and related ids a failure keeps: counts stand in the message, and a finding must stay small. */
export const mostRows = 50;

const passed: Verdict = Object.freeze({ verdict: 'pass' });
export const pass = (note?: string, evidence?: Evidence): Verdict => {
  if (note === undefined) return passed;
  return evidence === undefined ? { verdict: 'pass', note } : { verdict: 'pass', note, evidence };
};
export const cannotTell = (...missing: string[]): Verdict => ({ verdict: 'cannot-tell', missing });
export const notApplicable = (why: string): Verdict => ({ verdict: 'not-applicable', why });

/** A failure; what is left out is empty, and lists are cut after `mostRows`. */
export const fail = (failure: Pick<Failure, 'level' | 'message'> & Partial<Failure>): Failure => ({
  verdict: 'fail',
  level: failure.level,
  message: failure.message,
  data: failure.data ?? {},
  reasons: failure.reasons ?? [],
  evidence: {
    columns: failure.evidence?.columns ?? [],
    rows: failure.evidence?.rows.slice(0, mostRows) ?? [],
  },
  related: failure.related?.slice(0, mostRows) ?? [],
});

/** References to nodes of one kind, for `related`. */
export const refs = (kind: NodeKind, nodes: readonly { readonly id: string }[]): Ref[] =>
  nodes.slice(0, mostRows).map(({ id }) => ({ kind, id }));
