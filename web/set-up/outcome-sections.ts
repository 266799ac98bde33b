// What is asked about a customer outcome.
import type { Section } from '../form/field.ts';
import { useWords } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { clockFields, life, line, prose } from './section-parts.ts';
import { unitBeside, unitField } from './unit-fields.ts';

/** The questions about a customer outcome, with its tolerance, validation and clock. */
export const useOutcomeSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices('journeys');
  return [
    {
      title: m.setUpForm.what,
      fields: [
        prose('statement', m.setUp.statement, 300, { required: true, help: m.setUpForm.statementHelp }),
        line('segment', m.setUpForm.segment, 120),
        {
          kind: 'choice',
          name: 'owningDepartment',
          label: m.setUp.owningDepartment,
          options: choices.departments,
          none: m.setUpForm.nobody,
        },
        {
          kind: 'number',
          name: 'weight',
          label: m.setUp.weight,
          help: m.setUpForm.weightHelp,
          min: 0,
          max: 100,
        },
      ],
    },
    {
      title: m.setUpForm.acceptable,
      help: m.setUpForm.acceptableHelp,
      fields: [
        {
          kind: 'group',
          name: 'tolerance',
          label: m.setUpForm.tolerance,
          optional: true,
          add: m.setUpForm.addTolerance,
          remove: m.setUpForm.take,
          fields: [
            {
              kind: 'decimal',
              name: 'value',
              label: m.setUpForm.value,
              required: true,
              unit: unitBeside,
            },
            {
              kind: 'choice',
              name: 'direction',
              label: m.setUp.direction,
              required: true,
              options: (['higher', 'lower'] as const).map((value) => ({ value, label: m.direction[value] })),
            },
            unitField(words, m.setUp.unit),
          ],
        },
        {
          kind: 'group',
          name: 'clock',
          label: m.setUpForm.customerClock,
          help: m.setUpForm.customerClockHelp,
          optional: true,
          add: m.setUpForm.addClock,
          remove: m.setUpForm.take,
          fields: clockFields(words, choices),
        },
      ],
    },
    {
      title: m.setUp.validation,
      help: m.setUpForm.validationHelp,
      fields: [
        {
          kind: 'group',
          name: 'validation',
          label: m.setUpForm.validation,
          optional: true,
          add: m.setUpForm.addValidation,
          remove: m.setUpForm.takeValidation,
          fields: [
            line('method', m.setUpForm.method, 120, { required: true }),
            {
              kind: 'number',
              name: 'sampleSize',
              label: m.setUpForm.sampleSize,
              required: true,
              min: 1,
              max: 10_000_000,
            },
            { kind: 'day', name: 'date', label: m.setUpForm.date, required: true },
            line('source', m.setUpForm.source, 200, { required: true }),
          ],
        },
      ],
    },
    {
      title: m.setUpForm.where,
      fields: [
        {
          kind: 'choice',
          name: 'journey',
          label: m.setUpForm.journey,
          options: choices.journeys,
          none: m.setUpForm.noJourney,
        },
        { kind: 'many', name: 'touchpoints', label: m.setUpForm.touchpoints, options: choices.touchpoints },
      ],
    },
    life(words, choices),
  ];
};
