// What people say about a finding.
import * as z from 'zod';
import { prose } from '../../domain/slug.ts';

/** A word on an acknowledgement. */
export const noteBody = z.strictObject({ note: prose(1000).optional() });
/** A comment. */
export const textBody = z.strictObject({ text: prose(2000) });
/** A word on an approval: optional; on a refusal: a must. */
export const approvalBody = z.strictObject({ comment: prose(1000).optional() });
export const refusalBody = z.strictObject({ comment: prose(1000) });
