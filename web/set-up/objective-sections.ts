// What is asked about an objective.
import type { Field, Section } from '../form/field.ts';
import { useWords } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { life, line } from './section-parts.ts';

/** The questions about an objective. */
export const useObjectiveSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices('outcomes', 'capabilities');
  const [first, retired] = life(words, choices).fields;
  const last: Field = {
    kind: 'choice',
    name: 'lastQuarter',
    label: m.setUpForm.lastQuarter,
    options: choices.quarters,
    none: m.setUpForm.openEnd,
  };
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('title', m.setUp.title, 200, { required: true }),
        {
          kind: 'choice',
          name: 'department',
          label: m.setUp.department,
          required: true,
          options: choices.departments,
        },
        { kind: 'many', name: 'outcomes', label: m.setUpForm.servedOutcomes, options: choices.outcomes },
        {
          kind: 'choice',
          name: 'capability',
          label: m.setUpForm.capability,
          options: choices.capabilities,
          none: m.setUpForm.noCapability,
        },
      ],
    },
    {
      title: m.setUpForm.life,
      help: m.setUpForm.lifeHelp,
      fields: [first, last, retired].filter((field) => field !== undefined),
    },
  ];
};
