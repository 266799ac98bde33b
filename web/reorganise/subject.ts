// From a stored definition of any kind to what a reorganisation needs to know of it.
import type { Stored } from '../form/draft.ts';
import { forms, type Kind } from '../set-up/kinds.ts';
import type { Subject } from './offers.ts';

/** What is reorganised. */
export const subjectOf = (kind: Kind, stored: Stored & { readonly id: string }): Subject => ({
  kind,
  id: stored.id,
  name: String(stored[forms[kind].named] ?? stored.id),
  department: String(stored['department'] ?? ''),
  retired: stored['retiredFrom'] !== undefined || stored['status'] === 'removed',
});
