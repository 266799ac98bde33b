// Every action that was decided: what, who, by when, and whether it is done. The filter stands in the address.
import { Button, Group, NativeSelect, Table, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ActionView } from '../../shared/api/schemas/action.ts';
import { useAnswer, useWholeList, useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { useAllFindings } from '../findings/all-findings.ts';
import { SaidState } from '../findings/said-state.tsx';
import { Screen } from '../frame/screen.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { Gate } from '../parts/gate.tsx';
import { Mark } from '../parts/marks.tsx';
import { Pager } from '../parts/pager.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useSession } from '../session/session.tsx';
import '../findings/findings.css';

const states = ['open', 'done', 'dropped'] as const;
const changedWithAction = ['listActions', 'getFinding', 'listFindings', 'getBoardReport'] as const;

const End = ({ action, how }: { action: ActionView; how: 'finishAction' | 'dropAction' }) => {
  const { m } = useSession();
  const [opened, setOpened] = useState(false);
  const [comment, setComment] = useState('');
  const write = useWrite(how, changedWithAction);
  const said = comment.trim();
  const isDrop = how === 'dropAction';
  const label = isDrop ? m.decide.actions.drop : m.decide.actions.done;
  const end = (): void => {
    if ((isDrop && said === '') || write.isPending) return;
    write.mutate(
      {
        params: { id: action.id },
        version: action.version,
        body: said === '' ? {} : { comment: said },
      } as Parameters<typeof write.mutate>[0],
      { onSuccess: () => setOpened(false) },
    );
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${label}: ${action.text}`}
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={label} closeLabel={m.setUpForm.keep}>
        <p>{action.text}</p>
        <Textarea
          mt="md"
          data-autofocus
          label={m.decide.actions.comment}
          description={isDrop ? m.decide.actions.dropNeeded : undefined}
          value={comment}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <SaidState error={write.error} done={false} />
        <Group justify="flex-end" mt="md">
          <Button disabled={write.isPending || (isDrop && said === '')} onClick={end}>
            {label}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};

type Sentences = ReadonlyMap<string, string>;

const Row = ({ action, sentences }: { action: ActionView; sentences: Sentences }) => {
  const { m, f, me } = useSession();
  const names = useNames();
  const executive = me.member.roles.includes('executive');
  const { decided, ended } = action;
  const words = m.decide.actions;
  return (
    <Table.Tr>
      <Table.Td className="wide">
        {action.text}
        <p className="quiet">
          {f.say(words.decided, { quarter: f.quarter(decided.quarter), by: names.member(decided.by) })}
          {action.state === 'open' && action.age > 0 && ` · ${f.say(words.ages, { n: action.age })}`}
        </p>
        {ended !== undefined && (
          <p className="quiet">
            {f.say(words.ended, {
              state: words.states[action.state],
              quarter: f.quarter(ended.quarter),
              by: names.member(ended.by),
            })}
            {ended.comment !== undefined && `: ${ended.comment}`}
          </p>
        )}
      </Table.Td>
      <Table.Td>{names.member(action.owner)}</Table.Td>
      <Table.Td className="nowrap">
        {f.quarter(action.dueQuarter)}
        {action.stalled && (
          <p>
            <Mark tone="fault" drawing="cross">
              {words.stalled}
            </Mark>
          </p>
        )}
      </Table.Td>
      <Table.Td>{words.states[action.state]}</Table.Td>
      <Table.Td className="wide">
        <ul>
          {action.findings.map((fingerprint, i) => (
            <li key={fingerprint}>
              <Link to={`/findings/${fingerprint}`}>
                {sentences.get(fingerprint) ?? f.say(words.open, { n: i + 1 })}
              </Link>
            </li>
          ))}
        </ul>
      </Table.Td>
      <Table.Td>
        {action.state === 'open' && (
          <Group gap={6} wrap="nowrap">
            {(executive || action.owner === me.member.id) && <End action={action} how="finishAction" />}
            {executive && <End action={action} how="dropAction" />}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

const Filter = () => {
  const { m } = useSession();
  const [search, setSearch] = useSearchParams();
  const departments = useWholeList('listDepartments').data ?? [];
  const put = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  return (
    <section className="filters" aria-label={m.findings.filter}>
      <NativeSelect
        label={m.decide.actions.state}
        value={search.get('state') ?? 'open'}
        data={[
          ...states.map((value) => ({ value, label: m.decide.actions.states[value] })),
          { value: 'all', label: m.decide.actions.all },
        ]}
        onChange={(event) => put('state', event.currentTarget.value)}
      />
      <NativeSelect
        label={m.findings.department}
        value={search.get('department') ?? ''}
        data={[
          { value: '', label: m.findings.any },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => put('department', event.currentTarget.value)}
      />
      {search.size > 0 && (
        <Button variant="subtle" onClick={() => setSearch(new URLSearchParams())}>
          {m.findings.clear}
        </Button>
      )}
    </section>
  );
};

const queryOf = (search: URLSearchParams) => {
  const state = search.get('state') ?? (search.has('finding') ? 'all' : 'open');
  const known = states.find((one) => one === state);
  const rest = ['department', 'finding', 'cursor'].flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' ? [] : [[name, value]];
  });
  return { ...(known === undefined ? {} : { state: known }), ...Object.fromEntries(rest) };
};

/** The list of actions. */
export const ActionsScreen = () => {
  const { m, f } = useSession();
  const [search] = useSearchParams();
  const answer = useAnswer('listActions', { query: queryOf(search) }, { keep: true, fresh: true });
  const items = answer.data?.items ?? [];
  const unresolved = useAllFindings({}, items.length > 0).data ?? [];
  const sentences: Sentences = new Map(unresolved.map((line) => [line.fingerprint, findingText(line, f)]));
  const words = m.decide.actions;
  const open = items.filter(({ state }) => state === 'open');
  const stalled = open.filter((one) => one.stalled).length;
  const heading = (): string => {
    if (answer.data === undefined) return words.title;
    const [state] = states.filter((one) => one !== 'open' && one === search.get('state'));
    if (state !== undefined) return f.say(words.heading[state], { n: items.length });
    if (open.length === 0) return words.heading.none;
    const count = f.say(words.heading.open, { n: open.length });
    return stalled === 0 ? count : f.say(words.heading.stalled, { open: count, n: stalled });
  };
  const head = [words.text, words.owner, words.due, words.state, words.findings, words.end];
  return (
    <Screen title={words.title} kicker={words.title} heading={heading()}>
      <p>{words.why}</p>
      <Filter />
      <Gate answer={answer}>
        {({ cursor }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={search.size > 0 ? words.none : words.empty}>
                {search.size === 0 && <Link to="/findings">{m.findings.title}</Link>}
              </EmptyState>
            ) : (
              <ScrollTable caption={words.title} head={head}>
                {items.map((action) => (
                  <Row key={action.id} action={action} sentences={sentences} />
                ))}
              </ScrollTable>
            )}
            <Pager next={cursor} />
          </>
        )}
      </Gate>
    </Screen>
  );
};
