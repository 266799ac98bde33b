// The seven questions that tell a real programme from a house of cards, answered from what is measured. Each answer
// says why and leads to its evidence; where nothing in the data speaks to a question, it says so.
import { channelGap } from '../../checks/channel-gap.ts';
import { unclockedSegment } from '../../checks/unclocked-segment.ts';
import { activeIn } from '../../domain/active.ts';
import type { Figures } from '../../domain/figures.ts';
import { asksReading } from '../../domain/kpi-in-quarter.ts';
import { type Context, isActive } from '../../domain/liveness.ts';
import { addQuarters } from '../../domain/quarter-steps.ts';
import { statusIn } from '../../domain/status.ts';
import type { MapNode } from '../../domain/strategy-links.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';
import type { Alignment, Coverage } from '../board-report.ts';
import type { Answer, EvidenceRef, Question } from './shape.ts';
import { siloedOutcomes } from './siloed.ts';

/** What the questions are answered from. */
export interface Asked {
  readonly map: StrategyMap;
  readonly context: Context;
  readonly coverage: Coverage;
  readonly alignment: Alignment;
  /** The figures of earlier quarters, by any order. */
  readonly history: readonly Figures[];
}

/** How many things an answer links to; the pages behind them have them all. */
const mostEvidence = 5;
const refs = (kind: EvidenceRef['kind'], ids: readonly string[]): EvidenceRef[] =>
  ids.slice(0, mostEvidence).map((id) => ({ kind, id }));

const byShare = (part: number, whole: number, yes: number, partly: number): Answer => {
  if (whole === 0) return 'cannot-tell';
  if (part * 100 >= whole * yes) return 'yes';
  return part * 100 >= whole * partly ? 'partly' : 'no';
};

const activeOutcomesOf = ({ map, context }: Asked): MapNode<'outcome'>[] =>
  map.all('outcome').filter((outcome) => isActive(outcome, context.quarter));

const processesMapped = (asked: Asked): Question => {
  const outcomes = activeOutcomesOf(asked);
  const isMapped = (outcome: MapNode<'outcome'>): boolean => {
    const journey = outcome.links.journey[0] ?? outcome.links.clockJourney[0];
    if (journey === undefined || !isActive(journey, asked.context.quarter)) return false;
    const { verdict } = unclockedSegment.find(outcome, asked.context, undefined as never);
    return verdict === 'pass' || verdict === 'not-applicable';
  };
  const unmapped = outcomes.filter((outcome) => !isMapped(outcome)).map(({ id }) => id);
  const mapped = outcomes.length - unmapped.length;
  return {
    question: 'processes-mapped',
    answer: byShare(mapped, outcomes.length, 100, 50),
    why: outcomes.length === 0 ? 'no-outcome' : 'mapped',
    data: { mapped, outcomes: outcomes.length },
    evidence: [{ kind: 'check', id: 'unclocked-segment' }, ...refs('outcome', unmapped)],
  };
};

/** Names of employees' measures that speak of the tools and the information that people work with. */
const ofTechnology =
  /\b(?:it|tech\w*|tools?|tooling|systems?|software|hardware|apps?|applications?|digital\w*|data|information|knowledge|intranet|devices?|laptops?|computers?|network|portal|search|helpdesk|service desk)\b/iu;

const employeeQuestion = (
  { map, context }: Asked,
  question: 'technology-helps' | 'employees-engaged',
  isMeant: (name: string) => boolean,
): Question => {
  const asked = map
    .all('kpi')
    .flatMap(({ id, data }) => (data?.perspective === 'employee' && isMeant(data.name) ? [{ id, data }] : []))
    .filter(({ data }) => activeIn(data, context.quarter) && asksReading(data, context.quarter));
  const isOn = ({ data }: (typeof asked)[number]): boolean =>
    statusIn(data, context.quarter, context.policy) === 'on-target';
  const onTarget = asked.filter(isOn).length;
  return {
    question,
    answer: byShare(onTarget, asked.length, 100, 50),
    why: asked.length === 0 ? 'nothing-speaks-to-this' : 'on-target',
    data: { onTarget, kpis: asked.length },
    evidence: refs(
      'kpi',
      [...asked.filter((kpi) => !isOn(kpi)), ...asked.filter(isOn)].map(({ id }) => id),
    ),
  };
};

/** Never a plain yes while an internal KPI has no counterpart that counts: that is what the report opens with. */
const aligned = ({ alignment, coverage }: Asked): Question => {
  const { weight, cost, hold, fail, waived, cannotTell } = alignment;
  const share = byShare(weight - cost, weight, 80, 60);
  return {
    question: 'aligned',
    answer: share === 'yes' && coverage.covered < coverage.internal ? 'partly' : share,
    why: weight === 0 ? 'nothing-to-judge' : 'alignment',
    data: { weight, cost, hold, fail: fail + waived, cannotTell },
    evidence: [{ kind: 'figure', id: 'alignment' }],
  };
};

const channelsConsistent = (asked: Asked): Question => {
  const judged = activeOutcomesOf(asked).flatMap((outcome) => {
    const { verdict } = channelGap.find(outcome, asked.context, undefined as never);
    return verdict === 'not-applicable' ? [] : [{ id: outcome.id, passes: verdict === 'pass' }];
  });
  const passing = judged.filter(({ passes }) => passes).length;
  const failing = judged.filter(({ passes }) => !passes).map(({ id }) => id);
  return {
    question: 'channels-consistent',
    answer: byShare(passing, judged.length, 100, 50),
    why: judged.length === 0 ? 'one-channel-each' : 'channels',
    data: { passing, outcomes: judged.length },
    evidence: [{ kind: 'check', id: 'channel-gap' }, ...refs('outcome', failing)],
  };
};

/** Over how many quarters silos must be seen to fall. */
const siloQuarters = 4;

const silosMelting = ({ map, context, history }: Asked): Question => {
  const { judged, siloed } = siloedOutcomes(map, context);
  const earlier = addQuarters(context.quarter, -siloQuarters);
  const before = history.find(({ quarter }) => quarter === earlier)?.siloed;
  const isKnown = before !== undefined && before.judged > 0;
  const evidence: EvidenceRef[] = [
    { kind: 'check', id: 'siloed-outcome' },
    { kind: 'figure', id: 'siloed' },
    ...refs('outcome', siloed),
  ];
  const data = {
    siloed: siloed.length,
    outcomes: judged.length,
    ...(isKnown ? { before: before.siloed } : {}),
  };
  const line = (answer: Answer, why: string): Question => ({
    question: 'silos-melting',
    answer,
    why,
    data,
    evidence,
  });
  if (judged.length === 0) return line('cannot-tell', 'no-shared-outcome');
  if (siloed.length === 0) return line('yes', 'no-silo');
  if (!isKnown) return line('cannot-tell', 'no-history');
  return siloed.length < before.siloed ? line('partly', 'falling') : line('no', 'not-falling');
};

const metricsWithInsight = ({ coverage: { covered, internal } }: Asked): Question => ({
  question: 'metrics-with-insight',
  answer: byShare(covered, internal, 100, 70),
  why: internal === 0 ? 'no-internal-kpi' : 'coverage',
  data: { covered, internal },
  evidence: [
    { kind: 'figure', id: 'coverage' },
    { kind: 'check', id: 'missing-counterpart' },
  ],
});

/** The answers, in the order of the questions. */
export const sevenQuestions = (asked: Asked): Question[] => [
  processesMapped(asked),
  employeeQuestion(asked, 'technology-helps', (name) => ofTechnology.test(name)),
  aligned(asked),
  channelsConsistent(asked),
  silosMelting(asked),
  metricsWithInsight(asked),
  employeeQuestion(asked, 'employees-engaged', () => true),
];
