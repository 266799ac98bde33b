// What the checks found, and what people say about it.
import * as z from 'zod';
import { fingerprint } from '../../domain/action.ts';
import { findingStates, levels } from '../../domain/finding-levels.ts';
import { slug } from '../../domain/slug.ts';
import { waiverBody } from '../../domain/waiver.ts';
import { explanation } from '../../report/explanation.ts';
import { findingItem, findingView } from '../../report/finding-line.ts';
import type { Route } from '../route.ts';
import { approvalBody, noteBody, refusalBody, textBody } from '../schemas/finding.ts';
import { pageOf, pageQuery } from '../schemas/list.ts';
import { answerable, everyone } from './access.ts';

const quarters = { error: 'a whole number of quarters from 1 to 40' };

/** What a person says to a finding: to the version that he or she has seen. */
const said = {
  method: 'POST',
  area: 'findings',
  access: answerable,
  scope: 'organisation',
  versioned: true,
  params: z.strictObject({ fingerprint }),
  status: 200,
  response: findingView,
} as const;

/** Findings. */
export const findingRoutes = [
  {
    operationId: 'listFindings',
    method: 'GET',
    path: '/v1/findings',
    area: 'findings',
    summary: 'Unresolved findings, worst and oldest first; or, by that state, resolved ones',
    access: everyone,
    query: z.strictObject({
      ...pageQuery.shape,
      level: z.enum(levels).optional(),
      check: slug.optional(),
      department: slug.optional(),
      /** Those that concern this outcome: it, what contributes to it, what serves it. */
      outcome: slug.optional(),
      state: z.enum(findingStates).optional(),
      /** `true`: those that nobody has said a word to for over a quarter. */
      unanswered: z.literal('true').optional(),
      /** At least so many quarters old. */
      age: z.coerce.number(quarters).int(quarters).min(1, quarters).max(40, quarters).optional(),
    }),
    status: 200,
    response: pageOf(findingItem),
  },
  {
    operationId: 'getFinding',
    method: 'GET',
    path: '/v1/findings/{fingerprint}',
    area: 'findings',
    summary: 'One finding with its evidence, history, waivers and actions',
    access: everyone,
    params: z.strictObject({ fingerprint }),
    status: 200,
    response: findingView,
  },
  {
    operationId: 'explainFinding',
    method: 'GET',
    path: '/v1/findings/{fingerprint}/explanation',
    area: 'findings',
    summary: 'How a finding came about: what was read, by which thresholds, what would clear it',
    access: everyone,
    params: z.strictObject({ fingerprint }),
    status: 200,
    response: explanation,
  },
  {
    ...said,
    operationId: 'acknowledgeFinding',
    path: '/v1/findings/{fingerprint}/acknowledgement',
    summary: 'Acknowledges a finding: no reminders until the next quarter, no score changes',
    body: noteBody,
  },
  {
    ...said,
    operationId: 'commentFinding',
    path: '/v1/findings/{fingerprint}/comment',
    summary: 'Says a word that becomes part of the finding’s history',
    body: textBody,
  },
  {
    ...said,
    operationId: 'askWaiver',
    path: '/v1/findings/{fingerprint}/waiver',
    summary: 'Asks that a finding be waived to a day, inclusive; another side decides',
    body: waiverBody,
  },
  {
    ...said,
    operationId: 'approveWaiver',
    path: '/v1/findings/{fingerprint}/waiver/approve',
    summary:
      'Approves the waiver that was asked for: an executive, or the head whose department owns the outcomes; never who asked',
    body: approvalBody,
  },
  {
    ...said,
    operationId: 'refuseWaiver',
    path: '/v1/findings/{fingerprint}/waiver/refuse',
    summary: 'Refuses the waiver that was asked for, with a comment',
    body: refusalBody,
  },
] as const satisfies readonly Route[];
