// How an attack on the API is tried: every request is refused with a status that it deserves, leaves a security line
// and tells nothing of the inside; afterwards the table, whose outbox is the store of mails, is as it was.
import { expect } from 'vitest';
import type { Company } from '../functions/company.ts';
import type { Sent } from '../functions/event.ts';

/** A request, and who sends it: a member of acme, `ana` unless said otherwise. */
export interface Attack {
  readonly operation: string;
  readonly sent: Sent & { readonly as?: string };
  /** What is tried, for the message of a test that fails. */
  readonly what?: unknown;
}

const inside = /node_modules|\.ts:\d|\bat [\w.]+ \(|DynamoDB|ZodError|acme\|/;

/** Sends all of them; returns how many. Each must end with one of these statuses. */
export const expectRefused = async (
  company: Company,
  attacks: readonly Attack[],
  statuses: readonly number[],
): Promise<number> => {
  const before = await company.fresh.hash();
  for (const { operation, sent, what } of attacks) {
    company.lines();
    const answer = await company.call(operation, sent);
    const tried = `${operation} ${JSON.stringify(what ?? sent)}`;
    expect(statuses, `${tried}: ${answer.status}`).toContain(answer.status);
    expect(answer.headers['content-type'], tried).toBe('application/problem+json');
    expect(inside.test(JSON.stringify(answer.body)), tried).toBe(false);
    expect(company.lines(), tried).toContainEqual(
      expect.objectContaining({ security: true, message: 'refused', operation, status: answer.status }),
    );
  }
  expect(await company.fresh.hash()).toBe(before);
  return attacks.length;
};
