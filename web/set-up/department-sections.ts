// What is asked about a department.
import { departmentFunctions } from '../../shared/domain/department.ts';
import type { Section } from '../form/field.ts';
import { useWords } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { life, line, prose } from './section-parts.ts';

/** The questions about a department. */
export const useDepartmentSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices();
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('name', m.setUp.name, 120, { required: true }),
        {
          kind: 'choice',
          name: 'function',
          label: m.setUp.function,
          required: true,
          options: departmentFunctions.map((value) => ({ value, label: m.departmentFunction[value] })),
        },
        prose('charter', m.setUp.charter, 300, { help: m.setUpForm.charterHelp }),
      ],
    },
    life(words, choices),
  ];
};
