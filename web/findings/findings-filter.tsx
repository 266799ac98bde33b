// What narrows and orders the register; each choice changes the address.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { findingStates, levels } from '../../shared/domain/finding-levels.ts';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { useWords } from '../session/session.tsx';
import { ages, changed, isFiltered, sortOf, sorts, wantsAsked } from './filter.ts';

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

const useChoices = (): readonly Choice[] => {
  const { m, f } = useWords();
  const checks = useAnswer('listChecks', {}).data?.items ?? [];
  const departments = useWholeList('listDepartments').data ?? [];
  const outcomes = useWholeList('listOutcomes').data ?? [];
  return [
    {
      name: 'level',
      label: m.findings.level,
      data: levels.map((value) => ({ value, label: m.level[value] })),
    },
    {
      name: 'check',
      label: m.findings.check,
      data: checks.map((check) => ({ value: check.id, label: f.check(check.id, check).title })),
    },
    {
      name: 'department',
      label: m.findings.department,
      data: departments.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'outcome',
      label: m.register.outcome,
      data: outcomes.map(({ id, statement }) => ({ value: id, label: statement })),
    },
    {
      name: 'state',
      label: m.findings.state,
      data: findingStates
        .filter((state) => state !== 'resolved')
        .map((value) => ({ value, label: m.state[value] })),
    },
    {
      name: 'age',
      label: m.register.age,
      data: ages.map((value) => ({ value, label: f.say(m.register.ages, { n: Number(value) }) })),
    },
  ];
};

/** The filter of the register. */
export const FindingsFilter = () => {
  const { m } = useWords();
  const [search, setSearch] = useSearchParams();
  const choices = useChoices();
  const put = (name: string, value: string) => setSearch(changed(search, name, value));
  const withPresent = ({ name, data }: Choice) => {
    const present = search.get(name);
    const missing = present !== null && data.every(({ value }) => value !== present);
    return [
      { value: '', label: m.findings.any },
      ...data,
      ...(missing ? [{ value: present, label: present }] : []),
    ];
  };
  return (
    <section className="filters" aria-label={m.findings.filter}>
      {choices.map((choice) => (
        <NativeSelect
          key={choice.name}
          label={choice.label}
          value={search.get(choice.name) ?? ''}
          data={withPresent(choice)}
          onChange={(event) => put(choice.name, event.currentTarget.value)}
        />
      ))}
      <NativeSelect
        label={m.register.sort}
        value={sortOf(search)}
        data={sorts.map((value) => ({ value, label: m.register.sorts[value] }))}
        onChange={({ currentTarget: { value } }) => put('sort', value === 'worst' ? '' : value)}
      />
      <Checkbox
        label={m.register.unanswered}
        checked={search.get('unanswered') === 'true'}
        onChange={(event) => put('unanswered', event.currentTarget.checked ? 'true' : '')}
      />
      <Checkbox
        label={m.register.waiting}
        checked={wantsAsked(search)}
        onChange={(event) => put('waiver', event.currentTarget.checked ? 'asked' : '')}
      />
      {isFiltered(search) && (
        <Button variant="subtle" onClick={() => setSearch(new URLSearchParams())}>
          {m.findings.clear}
        </Button>
      )}
    </section>
  );
};
