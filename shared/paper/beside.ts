// What a pack tells beside the report's figures: who people are, what executives said, what happened since the board
// last met, and what a seal fixed. Whoever sets a pack looks it up; where nothing is known, the pack does without.
import type { CommentaryLine } from '../report/commentary-line.ts';
import type { SealedText } from '../report/sealed-report.ts';
import type { SinceView } from '../report/since.ts';

/** What stands beside a report on paper. */
export interface Beside {
  /** The name of a member. */
  readonly memberName?: ((id: string) => string) | undefined;
  readonly commentary?: readonly CommentaryLine[] | undefined;
  readonly since?: SinceView | undefined;
  /** Of a sealed report: its digest, and the sentences of findings as they were said, by fingerprint. */
  readonly sealed?:
    | { readonly digest: string; readonly texts: Readonly<Record<string, SealedText>> }
    | undefined;
}
