// What a duration is measured over: from one event of a journey to a later one.
import * as z from 'zod';
import { slug } from './slug.ts';

/** The customer's or a measure's clock: it covers the segments between its two events. */
export const clockSchema = z.strictObject({ journey: slug, from: slug, to: slug });
export type Clock = z.infer<typeof clockSchema>;
