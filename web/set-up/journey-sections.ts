// What is asked about a journey: its events, how long each stretch takes, its touchpoints.
import { idFrom } from '../../shared/exchange/id-from.ts';
import { type Draft, type Field, rowsIn, type Section, textIn } from '../form/field.ts';
import { useWords } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { life, line } from './section-parts.ts';
import { unitBeside, unitField } from './unit-fields.ts';

const segmentEnds = (whole: Draft) =>
  rowsIn(whole, 'events')
    .map((event) => ({
      value: textIn(event, 'id').trim() || idFrom(textIn(event, 'name')),
      label: textIn(event, 'name'),
    }))
    .filter(({ value }) => value !== '');

/** The questions about a journey: events in order, touchpoints, segments. */
export const useJourneySections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices();
  const id: Field = { kind: 'line', name: 'id', label: m.setUp.id, max: 40, idFrom: 'name' };
  const name = line('name', m.setUp.name, 120, { required: true });
  return [
    { title: m.setUpForm.what, fields: [name] },
    {
      title: m.setUpForm.events,
      help: m.setUpForm.eventsHelp,
      fields: [
        {
          kind: 'rows',
          name: 'events',
          label: m.setUpForm.eventsOrder,
          add: m.setUpForm.addEvent,
          remove: m.setUpForm.take,
          max: 60,
          fields: [
            name,
            id,
            {
              kind: 'choice',
              name: 'seenBy',
              label: m.setUpForm.seenBy,
              required: true,
              options: [
                { value: 'customer', label: m.setUpForm.seenByCustomer },
                { value: 'inside', label: m.setUpForm.seenByInside },
              ],
            },
          ],
        },
        {
          kind: 'rows',
          name: 'segments',
          label: m.setUpForm.segments,
          help: m.setUpForm.segmentsHelp,
          add: m.setUpForm.addSegment,
          remove: m.setUpForm.take,
          max: 60,
          fields: [
            {
              kind: 'choice',
              name: 'from',
              label: m.setUpForm.clockFrom,
              required: true,
              options: (_beside, whole) => segmentEnds(whole),
            },
            {
              kind: 'choice',
              name: 'to',
              label: m.setUpForm.clockTo,
              required: true,
              options: (_beside, whole) => segmentEnds(whole),
            },
            {
              kind: 'decimal',
              name: 'duration',
              label: m.setUpForm.duration,
              required: true,
              unit: unitBeside,
            },
            unitField(words, m.setUp.unit),
          ],
        },
      ],
    },
    {
      title: m.setUpForm.touchpoints,
      help: m.setUpForm.touchpointsHelp,
      fields: [
        {
          kind: 'rows',
          name: 'touchpoints',
          label: m.setUpForm.touchpointsOrder,
          add: m.setUpForm.addTouchpoint,
          remove: m.setUpForm.take,
          max: 60,
          fields: [
            name,
            id,
            { kind: 'tags', name: 'channels', label: m.setUpForm.channels, help: m.setUpForm.channelsHelp },
            { kind: 'many', name: 'owners', label: m.setUpForm.owners, options: choices.departments },
            { kind: 'switch', name: 'momentOfTruth', label: m.setUpForm.momentOfTruth },
          ],
        },
      ],
    },
    life(words, choices),
  ];
};
