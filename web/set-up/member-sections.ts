// What is asked about a member.
import { locales, roles } from '../../shared/domain/member.ts';
import type { Section } from '../form/field.ts';
import { useWords } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { line } from './section-parts.ts';

/** The questions about a member: roles, departments headed, deputies, language, mail. */
export const useMemberSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices();
  return [
    {
      title: m.setUpForm.who,
      fields: [
        line('name', m.setUp.name, 120, { required: true }),
        { kind: 'email', name: 'email', label: m.setUp.email, max: 254, required: true },
        {
          kind: 'choice',
          name: 'locale',
          label: m.setUpForm.locale,
          required: true,
          options: locales.map((value) => ({
            value,
            label: m.setUpForm.locales[value],
          })),
        },
        {
          kind: 'choice',
          name: 'status',
          label: m.setUpForm.status,
          required: true,
          options: (['active', 'removed'] as const).map((value) => ({
            value,
            label: m.setUpForm.memberStatus[value],
          })),
        },
      ],
    },
    {
      title: m.setUpForm.may,
      help: m.setUpForm.mayHelp,
      fields: [
        {
          kind: 'many',
          name: 'roles',
          label: m.setUp.roles,
          required: true,
          options: roles.map((value) => ({ value, label: m.role[value] })),
        },
        { kind: 'many', name: 'heads', label: m.setUpForm.headOf, options: choices.departments },
        {
          kind: 'rows',
          name: 'deputyOf',
          label: m.setUpForm.deputyOf,
          help: m.setUpForm.deputyHelp,
          add: m.setUpForm.addDeputy,
          remove: m.setUpForm.take,
          max: 20,
          fields: [
            {
              kind: 'choice',
              name: 'department',
              label: m.setUp.department,
              required: true,
              options: choices.departments,
            },
            { kind: 'day', name: 'until', label: m.setUpForm.until, required: true },
          ],
        },
      ],
    },
  ];
};
