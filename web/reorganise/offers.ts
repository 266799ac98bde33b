// Which reorganisations a member is offered for what. The service decides; this spares people dialogs that it would
// refuse.
import { useSession } from '../session/session.tsx';
import type { Kind } from '../set-up/kinds.ts';

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
  departments: ['rename', 'merge', 'split', 'retire'],
  journeys: ['retire'],
  outcomes: ['retire'],
  capabilities: ['retire'],
  objectives: ['retire'],
  kpis: ['move', 'retire'],
  members: ['hand-over'],
};

/** What the signed-in member may do with a definition, in the order of the menu; nothing with one that is retired. */
export const useOffers = ({ kind, retired }: Subject): readonly Reorganisation[] => {
  const { me, headed, decides } = useSession();
  if (retired) return [];
  const may = new Set<Reorganisation>(me.member.roles.includes('analyst') ? ofAnalysts[kind] : []);
  if (kind === 'departments' && decides) may.add('extend');
  if (kind === 'kpis' && headed.length > 0) may.add('copy');
  return reorganisations.filter((one) => may.has(one));
};
