// What the library's routes take and show: KPIs as their field knows them, readings of wordings, proposals.
import * as z from 'zod';
import { directions, perspectives } from '../../domain/kpi.ts';
import { slug } from '../../domain/slug.ts';
import { unitKinds } from '../../domain/unit.ts';
import { businessFunctions } from '../../library/entry.ts';
import { pageQuery } from './list.ts';

const clockEnd = z.strictObject({ event: z.string(), seenBy: z.enum(['customer', 'inside']) });

/** An entry of the library. */
export const entryView = z.strictObject({
  id: z.string(),
  name: z.string(),
  synonyms: z.array(z.string()),
  definition: z.string(),
  formula: z.string(),
  unit: z.strictObject({ kind: z.enum(unitKinds), symbol: z.string() }),
  direction: z.enum(directions),
  perspective: z.enum(perspectives),
  /** Why it has this perspective. */
  because: z.string(),
  function: z.enum(businessFunctions),
  clock: z.strictObject({ from: clockEnd, to: clockEnd }).optional(),
  /** Of an internal one: the entries that show what customers feel of it, nearest first, and what they notice. */
  counterparts: z.array(z.string()).optional(),
  felt: z.string().optional(),
});

/** Which entries: of a function, of a perspective. */
export const libraryQuery = pageQuery.extend({
  function: z.enum(businessFunctions).optional(),
  perspective: z.enum(perspectives).optional(),
});

const text = (most: number) => z.string().max(most);
/** How many KPIs one call may ask about. */
const atOnce = 100;

/** Any wordings, also of KPIs that nobody has defined. */
export const classifyBody = z.strictObject({
  kpis: z
    .array(
      z.strictObject({
        id: text(200),
        name: text(10_000),
        definition: text(10_000).optional(),
        unit: text(200).optional(),
      }),
    )
    .min(1)
    .max(atOnce),
});
export const classifyView = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      perspective: z.enum([...perspectives, 'cannot-tell']),
      confidence: z.number(),
      reasons: z.array(z.string()),
      /** The library's entry of that name. */
      entry: z.string().optional(),
    }),
  ),
});

/** A KPI that looks for counterparts; with an id it is one of the organisation's own, and never proposed to itself. */
export const suggestBody = z.strictObject({
  id: slug.optional(),
  name: text(10_000),
  definition: text(10_000).optional(),
  outcomes: z.array(slug).max(20).optional(),
  touchpoints: z.array(text(100)).max(20).optional(),
  journey: slug.optional(),
});
export const suggestView = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      definition: z.string(),
      score: z.number(),
      why: z.string(),
      /** An own KPI, where it is one. */
      kpi: z.string().optional(),
      /** An entry of the library, where it is one. */
      entry: z.string().optional(),
    }),
  ),
});
