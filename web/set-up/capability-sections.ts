// What is asked about a capability.
import type { Section } from '../form/field.ts';
import { useWords } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { life, line, prose } from './section-parts.ts';

/** The questions about a capability. */
export const useCapabilitySections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices('outcomes');
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('name', m.setUp.name, 120, { required: true }),
        prose('description', m.setUpForm.description, 500),
        {
          kind: 'many',
          name: 'departments',
          label: m.setUpForm.neededDepartments,
          options: choices.departments,
        },
        { kind: 'many', name: 'outcomes', label: m.setUpForm.servedOutcomes, options: choices.outcomes },
      ],
    },
    life(words, choices),
  ];
};
