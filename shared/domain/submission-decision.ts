// A submitted version is accepted or returned, once, by somebody else than the person who submitted it.
import { Refusal } from './problem.ts';
import type { Submission } from './submission.ts';

/** What somebody decides about a submission. `at` is an instant (ISO 8601, UTC). */
export interface Decision {
  readonly state: 'accepted' | 'returned';
  readonly by: string;
  readonly at: string;
  readonly comment?: string | undefined;
}

/** The submission after a decision. Refuses a second decision (`conflict`) and one's own submission (`forbidden`). */
export const decided = (submission: Submission, { state, by, at, comment }: Decision): Submission => {
  if (submission.submittedBy === by)
    throw new Refusal('forbidden', 'Somebody else than the person who submitted it must decide.');
  if (submission.state !== 'submitted')
    throw new Refusal('conflict', `The submission has been ${submission.state} already.`);
  return {
    ...submission,
    state,
    decidedAt: at,
    decidedBy: by,
    ...(comment === undefined ? {} : { comment }),
  };
};
