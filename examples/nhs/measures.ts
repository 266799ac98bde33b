// The five published measures as KPIs: which column each is, which way is better, and how this example ties it to
// patients. Columns and definitions are the source's; perspective, links and all targets but one are ours.
import type * as z from 'zod';
import type { kpiFields } from '../../shared/domain/kpi.ts';
import type { Trust } from './trusts.ts';

type KpiInput = z.input<typeof kpiFields>;

export interface Measure {
  /** The end of the KPI's id, after the trust's: `r1h-bed-occupancy`. */
  readonly id: string;
  /** The column of the source. */
  readonly column: string;
  /** The KPI's name, before the trust's. */
  readonly name: string;
  readonly definition: string;
  readonly kpi: Pick<KpiInput, 'unit' | 'direction' | 'perspective' | 'clock' | 'touchpoints'>;
  /** The end of the id of the objective that it belongs to. */
  readonly objective: 'emergency' | 'theatres';
  readonly target: { readonly value: (trust: Trust) => string; readonly reason: string };
  /** Outcomes that it acts on where the trust is linked. */
  readonly contributions: readonly {
    readonly outcome: string;
    readonly effect: '+' | '-';
    readonly why: string;
  }[];
  /** The measures of the same trust that show what patients feel of it. */
  readonly counterparts: readonly string[];
}

export const measures: readonly Measure[] = [
  {
    id: 'bed-occupancy',
    column: 'internal_ga_bed_occupancy_rate',
    name: 'Bed occupancy',
    definition:
      'General and acute beds occupied, of those available (NHS England, KH03). Read as better when higher, from the asset-use side alone; clinicians treat very high occupancy as a risk.',
    kpi: {
      unit: { kind: 'share' },
      direction: 'higher',
      perspective: 'internal-efficiency',
      clock: 'on-no-journey',
    },
    objective: 'emergency',
    target: { value: () => '0.92', reason: 'Ours, from the asset-use side alone: not a published target.' },
    contributions: [
      {
        outcome: 'through-in-four-hours',
        effect: '-',
        why: 'the fuller the wards, the longer A&E holds those who must stay',
      },
      { outcome: 'bed-not-trolley', effect: '-', why: 'a bed in use is no bed for the next patient' },
      { outcome: 'staff-have-time', effect: '-', why: 'the same staff look after more patients' },
    ],
    counterparts: ['four-hour', 'twelve-hour'],
  },
  {
    id: 'cancelled-operations',
    column: 'context_last_minute_cancelled_ops',
    name: 'Operations cancelled at the last minute',
    definition:
      'Elective operations that the hospital cancelled at the last minute for non-clinical reasons (NHS England).',
    kpi: {
      unit: { kind: 'count', symbol: 'operations' },
      direction: 'lower',
      perspective: 'internal-efficiency',
      clock: 'on-no-journey',
    },
    objective: 'theatres',
    target: {
      value: (trust) => trust.cancelledOperations,
      reason: 'Ours: nine tenths of the trust’s quarterly mean of 2018-19.',
    },
    contributions: [
      { outcome: 'operation-kept', effect: '+', why: 'an operation that is not cancelled keeps its date' },
    ],
    counterparts: ['twenty-eight-day'],
  },
  {
    id: 'four-hour',
    column: 'customer_ae_type1_within_4h_rate',
    name: 'Patients through A&E within 4 hours',
    definition:
      'Patients of a major (type 1) A&E department who were seen, and admitted or discharged, within 4 hours of their arrival (NHS England). The clock runs from arrival to departure from A&E.',
    kpi: {
      unit: { kind: 'share' },
      direction: 'higher',
      perspective: 'customer-facing',
      clock: { journey: 'emergency', from: 'arrival', to: 'departure' },
      touchpoints: ['emergency/a-and-e'],
    },
    objective: 'emergency',
    target: { value: () => '0.95', reason: 'Published: the four-hour standard of 95 %.' },
    contributions: [
      { outcome: 'through-in-four-hours', effect: '+', why: 'it counts those for whom it is true' },
    ],
    counterparts: [],
  },
  {
    id: 'twelve-hour',
    column: 'customer_ae_waits_over_12h_decision_to_admit',
    name: 'Waits over 12 hours for a bed',
    definition:
      'Patients who waited over 12 hours from the decision to admit them until they were admitted (NHS England). The wait before that decision is not in it.',
    kpi: {
      unit: { kind: 'count', symbol: 'patients' },
      direction: 'lower',
      perspective: 'customer-facing',
      clock: { journey: 'emergency', from: 'decision-to-admit', to: 'admission' },
      touchpoints: ['emergency/ward'],
    },
    objective: 'emergency',
    target: { value: () => '0', reason: 'Ours: nobody waits that long.' },
    contributions: [
      { outcome: 'bed-not-trolley', effect: '+', why: 'it counts those for whom it is not true' },
    ],
    counterparts: [],
  },
  {
    id: 'twenty-eight-day',
    column: 'customer_cancelled_ops_not_treated_within_28d_rate',
    name: 'Cancelled operations not treated within 28 days',
    definition:
      'Patients not treated within 28 days, for each operation cancelled at the last minute (NHS England). A ratio and no share: the source holds figures over 1, and they stand here as published.',
    kpi: {
      unit: { kind: 'rate', symbol: 'per cancellation' },
      direction: 'lower',
      perspective: 'customer-facing',
      clock: 'on-no-journey',
    },
    objective: 'theatres',
    target: { value: () => '0', reason: 'Ours: everybody has a new date within four weeks.' },
    contributions: [
      { outcome: 'operation-kept', effect: '+', why: 'it counts those whose second date is late as well' },
    ],
    counterparts: [],
  },
];
