// Ids are for the service; people read names.
import { useWholeList } from './answers.ts';

/** From ids to names; an id whose name is not known (yet) stands for itself. */
export interface Names {
  readonly member: (id: string) => string;
  readonly department: (id: string) => string;
}

const finder = (items: readonly { readonly id: string; readonly name: string }[] | undefined) => {
  const names = new Map(items?.map(({ id, name }) => [id, name]));
  return (id: string): string => names.get(id) ?? id;
};

/** The names of the organisation's members and departments. */
export const useNames = (): Names => ({
  member: finder(useWholeList('listMembers').data),
  department: finder(useWholeList('listDepartments').data),
});
