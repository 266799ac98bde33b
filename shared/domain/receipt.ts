// The receipt of a version: its reference and what its content hashes to, so that whoever holds one can tell later
// whether what is kept is what was handed in.
import { contentHash } from './canonical.ts';
import type { Submission } from './submission.ts';

/** The receipt of a version as it stands, of something that `by` did with it `at` an instant. */
export const receiptOf = (submission: Submission, at: string, by: string) => ({
  reference: `${submission.department}-${submission.quarter}-v${submission.version}`,
  department: submission.department,
  quarter: submission.quarter,
  version: submission.version,
  state: submission.state,
  readings: submission.readings.length,
  at,
  by,
  contentHash: contentHash(submission),
});

/** The receipt that was given when the version was handed in, whatever was decided about it since. */
export const receiptWhenSubmitted = (submission: Submission) => {
  const { decidedAt, decidedBy, comment, ...rest } = submission;
  return receiptOf({ ...rest, state: 'submitted' }, rest.submittedAt, rest.submittedBy);
};
