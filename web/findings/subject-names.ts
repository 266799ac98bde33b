// What a finding is about, by name: ids are for the service.
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWholeList } from '../data/answers.ts';

/** The names of a subject's things; an id where the name is not known (yet). */
export const useSubjectNames = ({ kind, ids }: FindingView['subject']): readonly string[] => {
  const ofKpis = kind === 'kpi' || kind === 'kpi-pair' || kind === 'kpi-outcome';
  const ofOutcomes = kind === 'outcome' || kind === 'kpi-outcome';
  const kpis = useWholeList('listKpis', { enabled: ofKpis }).data ?? [];
  const outcomes = useWholeList('listOutcomes', { enabled: ofOutcomes }).data ?? [];
  const objectives = useWholeList('listObjectives', { enabled: kind === 'objective' }).data ?? [];
  const departments = useWholeList('listDepartments', { enabled: kind === 'department' }).data ?? [];
  const capabilities = useWholeList('listCapabilities', { enabled: kind === 'capability' }).data ?? [];
  const named = (found: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    found.find((one) => one.id === id)?.name;
  const statement = (id: string) => outcomes.find((one) => one.id === id)?.statement;
  const title = (id: string) => objectives.find((one) => one.id === id)?.title;
  const nameOf = (id: string, place: number): string | undefined => {
    if (kind === 'outcome' || (kind === 'kpi-outcome' && place === 1)) return statement(id);
    if (ofKpis) return named(kpis)(id);
    if (kind === 'objective') return title(id);
    return named(kind === 'department' ? departments : capabilities)(id);
  };
  return ids.map((id, place) => nameOf(id, place) ?? id);
};
