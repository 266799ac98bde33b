// What narrows the audit: one entity, by its kind and id, and a span of days. It stands in the address.
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../session/session.tsx';
import { auditKinds, kindWord } from './entity-names.ts';

/** The names that the address may hold. */
export const filterNames = ['kind', 'id', 'from', 'to'] as const;
const noFilter = { kind: '', id: '', from: '', to: '' };

const typedFrom = (search: URLSearchParams): typeof noFilter => ({
  kind: search.get('kind') ?? '',
  id: search.get('id') ?? '',
  from: search.get('from') ?? '',
  to: search.get('to') ?? '',
});

/** The filter; an entity needs both kind and id. */
export const AuditFilter = () => {
  const words = useWords();
  const { m } = words;
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(() => typedFrom(search));
  const [insisting, setInsisting] = useState(false);
  const put = (name: (typeof filterNames)[number]) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [name]: event.currentTarget.value });
  const id = typed.id.trim();
  const half = (typed.kind === '') !== (id === '');
  const show = (event: FormEvent): void => {
    event.preventDefault();
    setInsisting(half);
    if (half) return;
    setSearch(
      new URLSearchParams(
        filterNames.flatMap((name) => (typed[name].trim() === '' ? [] : [[name, typed[name].trim()]])),
      ),
    );
  };
  const known = auditKinds.map((value): { value: string; label: string } => ({
    value,
    label: kindWord(value, words),
  }));
  const kinds = known.some(({ value }) => value === typed.kind)
    ? known
    : [...known, { value: typed.kind, label: typed.kind }];
  return (
    <Group component="form" align="start" className="filter" onSubmit={show}>
      <NativeSelect
        label={m.audit.kind}
        value={typed.kind}
        data={[{ value: '', label: m.audit.everything }, ...kinds.filter(({ value }) => value !== '')]}
        error={insisting && typed.kind === '' ? m.audit.kindNeeded : undefined}
        onChange={put('kind')}
      />
      <TextInput
        label={m.audit.id}
        value={typed.id}
        maxLength={120}
        error={insisting && id === '' ? m.audit.idNeeded : undefined}
        onChange={put('id')}
      />
      <TextInput type="date" label={m.audit.from} value={typed.from} onChange={put('from')} />
      <TextInput type="date" label={m.audit.to} value={typed.to} onChange={put('to')} />
      <Button type="submit" variant="default" className="filter-show">
        {m.audit.show}
      </Button>
      {search.size > 0 && (
        <Button
          variant="subtle"
          className="filter-show"
          onClick={() => {
            setTyped(noFilter);
            setInsisting(false);
            setSearch(new URLSearchParams());
          }}
        >
          {m.audit.all}
        </Button>
      )}
    </Group>
  );
};
