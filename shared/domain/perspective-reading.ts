// What the reader of wordings makes of a KPI's name, definition, unit and direction, kept beside the KPI: who
// experiences what it measures, how sure that is, and why. It belongs to one wording; with another one it is void.
import * as z from 'zod';
import { canonicalJson, sha256Hex } from './canonical.ts';
import { type Kpi, perspectives } from './kpi.ts';

/** Who experiences what is measured, as far as the wording says. */
export const wordingReading = z.strictObject({
  perspective: z.enum([...perspectives, 'cannot-tell']),
  /** 0..1; 0 where the wording says too little. */
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()),
});
export type WordingReading = z.infer<typeof wordingReading>;

/** A reading with the wording that it belongs to. */
export const perspectiveReading = z.strictObject({ ...wordingReading.shape, wording: z.string() });
export type PerspectiveReading = z.infer<typeof perspectiveReading>;

type Worded = Pick<Kpi, 'name' | 'definition' | 'unit' | 'direction'>;

/** The name of a KPI's wording: equal for equal name, definition, unit and direction. */
export const wordingOf = ({ name, definition, unit, direction }: Worded): string =>
  sha256Hex(canonicalJson([name, definition ?? null, unit, direction])).slice(0, 16);

/**
 * What evaluation knows of a reading: nothing where it belongs to another wording, and the reasons only where it does
 * not say what the KPI is declared to be.
 */
export const readingThatCounts = (
  kpi: Worded & Pick<Kpi, 'perspective'>,
  reading: PerspectiveReading | undefined,
): WordingReading | undefined => {
  if (reading === undefined || reading.wording !== wordingOf(kpi)) return undefined;
  const { perspective, confidence, reasons } = reading;
  return { perspective, confidence, reasons: perspective === kpi.perspective ? [] : reasons };
};
