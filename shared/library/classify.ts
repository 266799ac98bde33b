// Reads from a KPI's wording and clock who experiences what it measures. In this order: its clock, a library entry of the same name, the
// evidence of its words. Each answer says why; where the words say too little it says that it cannot tell.
import { type Perspective, perspectives } from '../domain/kpi.ts';
import { isContested } from './contested.ts';
import type { SeenBy } from './entry.ts';
import { leader, shares } from './evidence.ts';
import { entryNamed } from './knowledge.ts';
import { readName } from './reading.ts';
import { readWording, type UnitText } from './wording.ts';

/** What is known of a KPI; `clock` says who sees its two ends. The direction is accepted and decides nothing: better is up or down everywhere. */
export type Described = {
  readonly name: string;
  readonly definition?: string | undefined;
  readonly unit?: UnitText;
  readonly direction?: string | undefined;
  readonly clock?:
    | { readonly from: { readonly seenBy: SeenBy }; readonly to: { readonly seenBy: SeenBy } }
    | undefined;
};

/** The perspective read, how sure (0..1; 0 when it cannot tell), why, and the id of the library's entry of that name, if it has one. */
export type PerspectiveReading = {
  readonly perspective: Perspective | 'cannot-tell';
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly entry?: string;
};

// Learned scores are too sure of themselves on names never met: spread out so that 0.8 means at most one in fifty wrong.
const caution = 1.8;
const leastConfidence = 0.36;
const most = 0.99;
const mostContested = 0.75;
const clockConfidence = 0.95;
const namedConfidence = 0.9;
const namedAgainstWords = 0.75;

const cannotTell = (reason: string): PerspectiveReading => ({
  perspective: 'cannot-tell',
  confidence: 0,
  reasons: [reason],
});

const byClock = ({ from, to }: NonNullable<Described['clock']>): PerspectiveReading | undefined => {
  if (from.seenBy !== to.seenBy) return undefined;
  const seen = from.seenBy === 'customer';
  return {
    perspective: seen ? 'customer-facing' : 'internal-efficiency',
    confidence: clockConfidence,
    reasons: [
      seen
        ? 'its clock starts and ends at events that the customer sees'
        : 'its clock starts and ends at events that only people inside see',
    ],
  };
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

const byWords = (kpi: Described): PerspectiveReading => {
  const reading = readName(kpi.name);
  const wording = readWording(reading, kpi.definition ?? '', kpi.unit);
  const entry = entryNamed(reading);
  const contested = isContested(reading);
  const limit = contested ? mostContested : most;
  const remarks = contested ? ['handbooks differ on this kind of measure'] : [];
  const read = wording.silent === undefined ? leader(wording.score) : undefined;
  const confidence =
    wording.silent === undefined && read !== undefined ? (shares(wording.score, caution)[read.at] ?? 0) : 0;
  if (entry !== undefined) {
    const known = `the library knows it as "${entry.id}", ${entry.perspective}`;
    const against = read !== undefined && read.perspective !== entry.perspective;
    return {
      perspective: entry.perspective,
      confidence: rounded(
        Math.min(limit, against ? namedAgainstWords : Math.max(confidence, namedConfidence)),
      ),
      reasons: [known, ...(wording.silent === undefined && !against ? wording.reasons : []), ...remarks],
      entry: entry.id,
    };
  }
  if (wording.silent !== undefined || read === undefined) return cannotTell(wording.silent ?? '');
  if (confidence < leastConfidence)
    return cannotTell(`its words point to ${read.perspective} and ${perspectives[read.next] ?? ''} alike`);
  return {
    perspective: read.perspective,
    confidence: rounded(Math.min(limit, confidence)),
    reasons: [...wording.reasons, ...remarks],
  };
};

/** Reads a KPI's perspective. Any text is accepted; the same input always gives the same answer. */
export const classify = (kpi: Described): PerspectiveReading => {
  const clocked = kpi.clock === undefined ? undefined : byClock(kpi.clock);
  if (clocked !== undefined) return clocked;
  const read = byWords(kpi);
  return kpi.clock === undefined
    ? read
    : {
        ...read,
        reasons: [
          ...read.reasons,
          'one end of its clock is seen by the customer and one is not, which decides nothing',
        ],
      };
};
