// What executives said about a quarter, and whether they still may: a sealed quarter takes no more.
import type { CommentaryView } from '../../shared/api/schemas/seal.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer } from '../data/answers.ts';
import { useSession } from '../session/session.tsx';

/** The commentary of a quarter. */
export interface Commentary {
  readonly items: readonly CommentaryView[];
  /** The text about one thing, such as `outcome.<id>`. */
  readonly about: (about: string) => CommentaryView | undefined;
  readonly mayWrite: boolean;
  /** True where the member may not write because the quarter is sealed. */
  readonly closed: boolean;
}

/** The commentary of a quarter; undefined until it is known. */
export const useCommentary = (quarter: Quarter): Commentary | undefined => {
  const { me } = useSession();
  const items = useAnswer('listCommentary', { params: { quarter } }).data?.items;
  const reports = useAnswer('listReports', {}).data?.items;
  if (items === undefined || reports === undefined) return undefined;
  const sealed = reports.some((one) => one.quarter === quarter && one.sealed !== undefined);
  const executive = me.member.roles.includes('executive');
  return {
    items,
    about: (about) => items.find((one) => one.about === about),
    mayWrite: executive && !sealed,
    closed: executive && sealed,
  };
};
