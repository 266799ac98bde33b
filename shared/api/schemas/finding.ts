// What people say about a finding.
import * as z from 'zod';
import { prose } from '../../domain/slug.ts';

/** A word on an acknowledgement. */
export const noteBody = z.strictObject({ note: prose(1000).optional() });
