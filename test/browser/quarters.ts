// What tests of a head's quarter share: the sheet of a department, its inputs, and what the service holds in the end.
import type { Locator, Page } from 'playwright-core';
import { type Call, createClient } from '../../shared/api/client.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import type { RealVisits } from './real-stack.ts';

/** The input of a KPI's figure. */
export const figure = (page: Page, kpi: string): Locator => page.locator(`input[data-entry="${kpi}"]`);

/** What the service holds of a department's quarter. */
export interface HandedIn {
  readonly versions: readonly Submission[];
  /** The submissions that the audit tells of, oldest first: their places, such as `sales/2026-Q4/1`. */
  readonly audited: readonly string[];
}

/** Calls as a member of the example `demo`. */
export const callAs = ({ stack, origin }: RealVisits, member: string): Call => {
  const { tokenFor } = stack();
  return createClient({
    base: origin(),
    fetch,
    token: () => tokenFor(member),
    newKey: () => crypto.randomUUID(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
};

/** Asks the service itself, past the page: the versions, and the audit's word for each. */
export const handedIn = async (
  visits: RealVisits,
  department: string,
  quarter: Quarter,
): Promise<HandedIn> => {
  const call = callAs(visits, 'ines-carvalho');
  const [{ items: versions }, { items: entries }] = await Promise.all([
    call('listVersions', { params: { id: department, quarter } }),
    call('listAudit', { query: { limit: 50 } }),
  ]);
  const audited = entries
    .filter(
      ({ action, entity }) =>
        action === 'submission.submit' && entity.id.startsWith(`${department}/${quarter}/`),
    )
    .map(({ entity }) => entity.id);
  return { versions, audited: audited.toReversed() };
};
