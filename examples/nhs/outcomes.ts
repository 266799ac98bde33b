// What patients want to be true, in their words, and the way of one of them through A&E. All of it is invented for
// this example, the validations included: three statements were put to patients (one too long ago), two never were.

import type { journeyFields } from '../../shared/domain/journey.ts';
import type { outcomeFields } from '../../shared/domain/outcome.ts';
import type { Defined } from '../example.ts';
import { trusts } from './trusts.ts';

const firstQuarter = '2019-Q4';
const owners = trusts.map(({ id }) => id);
const invented = 'invented for this example';

export const outcomes: readonly Defined<typeof outcomeFields>[] = [
  {
    id: 'through-in-four-hours',
    fields: {
      firstQuarter,
      statement: 'When I come to A&E, I am treated and on my way within four hours.',
      segment: 'emergency patients',
      journey: 'emergency',
      touchpoints: ['emergency/a-and-e'],
      clock: { journey: 'emergency', from: 'call-for-help', to: 'departure' },
      tolerance: { value: '4', unit: { kind: 'duration', symbol: 'h' }, direction: 'lower' },
      weight: 3,
      validation: { method: 'Patient panel', sampleSize: 640, date: '2022-11-14', source: invented },
    },
  },
  {
    id: 'bed-not-trolley',
    fields: {
      firstQuarter,
      statement: 'Once they say that I must stay, I get a bed on a ward and no night on a trolley.',
      segment: 'emergency patients',
      journey: 'emergency',
      touchpoints: ['emergency/ward'],
      clock: { journey: 'emergency', from: 'decision-to-admit', to: 'admission' },
      weight: 3,
      owningDepartment: 'rhm',
      validation: {
        method: 'Interviews after discharge',
        sampleSize: 85,
        date: '2022-09-05',
        source: invented,
      },
    },
  },
  {
    id: 'operation-kept',
    fields: {
      firstQuarter,
      statement:
        'My operation takes place on the day I was told, or within four weeks if they must call it off.',
      segment: 'patients with a date for an operation',
      weight: 2,
      owningDepartment: 'r0a',
      validation: { method: 'Postal survey', sampleSize: 210, date: '2021-06-30', source: invented },
    },
  },
  {
    id: 'staff-have-time',
    fields: {
      firstQuarter,
      statement: 'The ward is not so full that nobody has time for me.',
      segment: 'patients on a ward',
      weight: 2,
    },
  },
  {
    id: 'told-while-waiting',
    fields: {
      firstQuarter,
      statement: 'While I wait, somebody tells me what happens next and how long it will be.',
      segment: 'emergency patients',
      weight: 1,
    },
  },
];

export const journeys: readonly Defined<typeof journeyFields>[] = [
  {
    id: 'emergency',
    fields: {
      firstQuarter,
      name: 'An emergency, from the call for help to a bed',
      events: [
        { id: 'call-for-help', name: 'Calls for help', seenBy: 'customer' },
        { id: 'arrival', name: 'Arrives at A&E', seenBy: 'customer' },
        { id: 'decision-to-admit', name: 'Decision to admit', seenBy: 'inside' },
        { id: 'departure', name: 'Leaves A&E', seenBy: 'customer' },
        { id: 'admission', name: 'Is admitted to a ward', seenBy: 'customer' },
      ],
      touchpoints: [
        { id: 'a-and-e', name: 'A&E department', channels: ['in-person'], owners },
        { id: 'ward', name: 'Ward', channels: ['in-person'], owners, momentOfTruth: true },
      ],
    },
  },
];
