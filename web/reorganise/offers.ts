// Which reorganisations a member is offered for what. The service decides; this spares people dialogs that it would
// refuse.
import { useSession } from '../session/session.tsx';
import type { Kind } from '../set-up/kinds.ts';
import { useWriter } from '../set-up/writers.ts';

/** The reorganisations, as the address names them. */
export const reorganisations = [
  'rename',
  'merge',
  'split',
  'extend',
  'move',
  'copy',
  'hand-over',
  'retire',
] as const;
export type Reorganisation = (typeof reorganisations)[number];

/** What is reorganised: a definition as it is stored. */
export interface Subject {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** Of a KPI or an objective. */
  readonly department: string;
  readonly retired: boolean;
}

const ofAnalysts: Readonly<Partial<Record<Kind, readonly Reorganisation[]>>> = {
  departments: ['rename', 'merge', 'split'],
  objectives: ['retire'],
  kpis: ['move', 'retire'],
  members: ['hand-over'],
};

/**
 * What the signed-in member may do with a definition, in the order of the menu; nothing with one that is retired.
 * Whoever writes the definition retires it in its form.
 */
export const useOffers = ({ kind, department, retired }: Subject): readonly Reorganisation[] => {
  const { me, headed, decides } = useSession();
  const writes = useWriter()(kind, department);
  if (retired) return [];
  const may = new Set<Reorganisation>(me.member.roles.includes('analyst') ? ofAnalysts[kind] : []);
  if (kind === 'departments' && decides) may.add('extend');
  if (kind === 'kpis' && headed.length > 0) may.add('copy');
  if (writes) may.delete('retire');
  return reorganisations.filter((one) => may.has(one));
};
