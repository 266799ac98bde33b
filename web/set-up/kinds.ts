// The kinds of definitions: how each is listed, read and written, by whom, and what a new one begins with.
import type { Answer } from '../../shared/api/client.ts';
import type { Contract } from '../../shared/api/operations.ts';
import type { Stored } from '../form/draft.ts';
import type { Section } from '../form/field.ts';
import { useCapabilitySections } from './capability-sections.ts';
import { useDepartmentSections } from './department-sections.ts';
import { useJourneySections } from './journey-sections.ts';
import { useKpiSections } from './kpi-sections.ts';
import { useMemberSections } from './member-sections.ts';
import { useObjectiveSections } from './objective-sections.ts';
import { useOutcomeSections } from './outcome-sections.ts';

/** The kinds, as addresses name them. */
export const kindNames = [
  'departments',
  'journeys',
  'outcomes',
  'capabilities',
  'objectives',
  'kpis',
  'members',
] as const;
export type Kind = (typeof kindNames)[number];

/** The operations of each kind. */
export const operationsOf = {
  departments: { list: 'listDepartments', get: 'getDepartment', put: 'putDepartment' },
  journeys: { list: 'listJourneys', get: 'getJourney', put: 'putJourney' },
  outcomes: { list: 'listOutcomes', get: 'getOutcome', put: 'putOutcome' },
  capabilities: { list: 'listCapabilities', get: 'getCapability', put: 'putCapability' },
  objectives: { list: 'listObjectives', get: 'getObjective', put: 'putObjective' },
  kpis: { list: 'listKpis', get: 'getKpi', put: 'putKpi' },
  members: { list: 'listMembers', get: 'getMember', put: 'putMember' },
} as const;
export type ListOf<K extends Kind> = (typeof operationsOf)[K]['list'];
export type GetOf = (typeof operationsOf)[Kind]['get'];
export type PutOf = (typeof operationsOf)[Kind]['put'];
export type ItemOf<K extends Kind> = Answer<ListOf<K>>['items'][number];
export type BodyOf = Contract[PutOf]['body'];

/** What is stored, under its version. */
export type Versioned = Stored & { readonly id: string; readonly version: number };

/** What a kind asks in its form, and how its form differs from what is stored. */
export interface Form {
  readonly useSections: () => readonly Section[];
  /** What a new one begins with. */
  readonly start: Stored;
  /** The field that names it. */
  readonly named: string;
  /** Stored → what the form reads. */
  readonly toForm?: (stored: Stored) => Stored;
  /** What the form says → the body. */
  readonly toBody?: (body: Stored, stored: Stored | undefined) => Stored;
}

const clockToForm = ({ clock, ...rest }: Stored): Stored => ({
  ...rest,
  clock:
    typeof clock === 'string'
      ? { mode: clock }
      : clock === undefined
        ? { mode: '' }
        : { ...(clock as Stored), mode: 'journey' },
});
const clockToBody = ({ clock, ...rest }: Stored): Stored => {
  const { mode, ...on } = (clock ?? {}) as Stored;
  if (mode === 'on-no-journey') return { ...rest, clock: mode };
  return mode === 'journey' ? { ...rest, clock: on } : rest;
};

/** The form of each kind. */
export const forms: Readonly<Record<Kind, Form>> = {
  departments: { useSections: useDepartmentSections, start: {}, named: 'name' },
  journeys: {
    useSections: useJourneySections,
    start: { events: [{ seenBy: 'customer' }, { seenBy: 'customer' }] },
    named: 'name',
  },
  outcomes: { useSections: useOutcomeSections, start: { weight: 1 }, named: 'statement' },
  capabilities: { useSections: useCapabilitySections, start: {}, named: 'name' },
  objectives: { useSections: useObjectiveSections, start: {}, named: 'title' },
  kpis: {
    useSections: useKpiSections,
    start: { everyQuarters: 1, unit: { kind: 'count', symbol: '' }, direction: 'higher' },
    named: 'name',
    toForm: clockToForm,
    toBody: clockToBody,
  },
  members: {
    useSections: useMemberSections,
    start: { locale: 'en-GB', status: 'active' },
    named: 'name',
    toBody: (body, stored) => (stored === undefined ? body : { ...body, mail: stored['mail'] }),
  },
};
