// Four lists that narrow the register.
import { Button, Group, NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { findingStates, levels } from '../../shared/domain/finding.ts';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { useWords } from '../session/session.tsx';
import { changed, filterNames } from './filter.ts';

/** The filter of the register; each choice changes the address. */
export const FindingsFilter = () => {
  const { m } = useWords();
  const [search, setSearch] = useSearchParams();
  const checks = useAnswer('listChecks', {}).data?.items ?? [];
  const departments = useWholeList('listDepartments').data ?? [];
  const choices = {
    level: levels.map((value) => ({ value, label: m.level[value] })),
    check: checks.map(({ id, title }) => ({ value: id, label: title })),
    department: departments.map(({ id, name }) => ({ value: id, label: name })),
    state: findingStates
      .filter((state) => state !== 'resolved')
      .map((value) => ({ value, label: m.state[value] })),
  };
  const withPresent = (name: keyof typeof choices) => {
    const present = search.get(name);
    const missing = present !== null && choices[name].every(({ value }) => value !== present);
    return [
      { value: '', label: m.findings.any },
      ...choices[name],
      ...(missing ? [{ value: present, label: present }] : []),
    ];
  };
  return (
    <Group component="section" aria-label={m.findings.filter} align="end" className="filter">
      {filterNames.map((name) => (
        <NativeSelect
          key={name}
          label={m.findings[name]}
          value={search.get(name) ?? ''}
          data={withPresent(name)}
          onChange={(event) => setSearch(changed(search, name, event.currentTarget.value))}
        />
      ))}
      {filterNames.some((name) => search.has(name)) && (
        <Button variant="subtle" onClick={() => setSearch(new URLSearchParams())}>
          {m.findings.clear}
        </Button>
      )}
    </Group>
  );
};
