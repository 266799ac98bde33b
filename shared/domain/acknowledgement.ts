// Acknowledging a finding says: we know. It stops reminders until the next quarter and changes no score.
import type { Finding } from './finding.ts';
import { Refusal } from './problem.ts';
import type { Quarter } from './quarter.ts';

/** Who acknowledges, when (ISO 8601, UTC), in which reporting quarter. */
export interface Acknowledgement {
  readonly by: string;
  readonly at: string;
  readonly quarter: Quarter;
  readonly note?: string | undefined;
}

/** The finding, acknowledged. Refuses (`conflict`) one that is resolved, waived, or acknowledged in this quarter. */
export const acknowledge = (finding: Finding, { by, at, quarter, note }: Acknowledgement): Finding => {
  const { life } = finding;
  if (life.state === 'resolved' || life.state === 'waived')
    throw new Refusal('conflict', `The finding is ${life.state}; there is nothing to acknowledge.`);
  if (life.acknowledged?.quarter === quarter)
    throw new Refusal('conflict', `The finding has been acknowledged in ${quarter} already.`);
  const said = note === undefined ? {} : { note };
  return {
    ...finding,
    life: {
      ...life,
      state: 'acknowledged',
      acknowledged: { by, at, quarter, ...said },
      events: [...life.events, { at, quarter, event: 'acknowledged', by, ...said }],
    },
  };
};
