// One definition: its form, made new or changed, retired, and never lost to somebody who was faster.
import { Paper, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { Request } from '../../shared/api/client.ts';
import { idFrom } from '../../shared/exchange/id-from.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import type { Stored } from '../form/draft.ts';
import { textIn } from '../form/field.ts';
import { FormActions } from '../form/form-actions.tsx';
import { FormTrouble } from '../form/form-trouble.tsx';
import { Sections } from '../form/sections.tsx';
import { NotFound } from '../frame/not-found.tsx';
import { Screen } from '../frame/screen.tsx';
import { WordingHint } from '../my-quarter/wording-hint.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { ReorganiseDialog } from '../reorganise/reorganise-dialog.tsx';
import { ReorganiseMenu } from '../reorganise/reorganise-menu.tsx';
import { Statutory } from '../reorganise/statutory.tsx';
import { subjectOf } from '../reorganise/subject.ts';
import { useCall, useSession } from '../session/session.tsx';
import { Conflict } from './conflict.tsx';
import { forms, type Kind, kindNames, operationsOf, type PutOf, type Versioned } from './kinds.ts';
import { RemoveMember, Retire } from './retire.tsx';
import { Targets } from './targets.tsx';
import { useEditing } from './use-editing.ts';
import { useWriter } from './writers.ts';

const unchanged = <T,>(value: T): T => value;

interface EditorProps {
  readonly kind: Kind;
  readonly stored: Versioned | undefined;
}

const useIdOf = (stored: Versioned | undefined, suggested: string) => {
  const [typed, setTyped] = useState<string>();
  return { id: stored?.id ?? typed ?? idFrom(suggested), setTyped };
};

const Editor = ({ kind, stored }: EditorProps) => {
  const { m, f } = useSession();
  const call = useCall();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const names = useNames();
  const { state } = useLocation() as { state: { created?: boolean; start?: Stored } | null };
  const form = forms[kind];
  const sections = form.useSections();
  const { get, list, put } = operationsOf[kind];
  const id = useRef('');
  const editing = useEditing<PutOf>({
    sections,
    stored,
    start: { ...form.start, ...state?.start },
    put,
    request: (body) => ({ params: { id: id.current }, body }) as unknown as Request<PutOf>,
    readAgain: () => call(get, { params: { id: id.current } }) as Promise<unknown> as Promise<Versioned>,
    toForm: form.toForm ?? unchanged,
    toBody: form.toBody ?? unchanged,
    refreshes: [list, get],
  });
  const { draft, faults, changes, busy, dirty, saved } = editing;
  const name = textIn(draft, form.named);
  const own = useIdOf(stored, name);
  id.current = own.id;
  const readOnly = !useWriter()(kind, textIn(draft, 'department'), stored === undefined);
  const created = state?.created === true;
  const taken = stored === undefined && editing.error instanceof CallRefused && editing.error.status === 412;

  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const save = async (over = {}): Promise<void> => {
    const answer = await editing.save(over);
    if (answer === undefined || stored !== undefined) return;
    queries.removeQueries({ queryKey: [get] });
    await navigate(`/set-up/${kind}/${own.id}`, { replace: true, state: { created: true } });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const retireProps = { kind, id: own.id, name, draft, busy, onSave: (over: object) => void save(over) };
  const versionOf = (one: Versioned) =>
    f.say(m.setUpForm.version, {
      version: one.version,
      by: names.member(String(one['updatedBy'])),
      at: f.instant(String(one['updatedAt'])),
    });
  return (
    <Screen
      title={stored === undefined ? m.setUpForm.new[kind] : name}
      kicker={
        <>
          {m.setUp.kicker} · <Link to={`/set-up/${kind}`}>{m.nav[kind]}</Link>
          {stored !== undefined && ` · ${stored.id}`}
        </>
      }
      heading={stored === undefined || name === '' ? m.setUpForm.new[kind] : name}
      aside={stored !== undefined && <ReorganiseMenu subject={subjectOf(kind, stored)} disabled={dirty} />}
    >
      {stored === undefined && <p>{m.setUpForm.why[kind]}</p>}
      {readOnly && (
        <p className="quiet">
          {f.say(m.setUpForm.readOnly, {
            who:
              kind === 'kpis' || kind === 'objectives'
                ? m.setUpForm.writers.heads
                : m.setUpForm.writers.analyst,
          })}
        </p>
      )}
      <form className="form" noValidate onSubmit={onSubmit}>
        {changes !== undefined && <Conflict changes={changes} draft={draft} onTake={editing.take} />}
        {!taken && (
          <FormTrouble
            error={editing.error}
            faults={faults}
            fields={sections.flatMap((section) => section.fields)}
          />
        )}
        <Sections
          sections={sections}
          draft={draft}
          faults={faults}
          readOnly={readOnly}
          onChange={editing.change}
        />
        {kind === 'kpis' && !readOnly && <WordingHint draft={draft} onChange={editing.change} />}
        {stored === undefined && (
          <Paper className="panel">
            <TextInput
              label={m.setUp.id}
              description={m.setUpForm.idHelp}
              value={own.id}
              maxLength={40}
              autoComplete="off"
              error={taken ? m.setUpForm.idTaken : faults.get('/id')}
              onChange={(event) => own.setTyped(event.currentTarget.value)}
            />
          </Paper>
        )}
        {stored !== undefined && <p className="quiet">{versionOf(stored)}</p>}
        {!readOnly && (
          <FormActions
            label={stored === undefined ? m.form.create : m.form.save}
            busy={busy}
            dirty={dirty}
            faults={faults.size}
            saved={saved > 0 || created}
          >
            {stored !== undefined &&
              (kind === 'members' ? <RemoveMember {...retireProps} /> : <Retire {...retireProps} />)}
          </FormActions>
        )}
      </form>
      {kind === 'kpis' && stored !== undefined && <Targets id={stored.id} writable={!readOnly} />}
      {kind === 'kpis' && stored !== undefined && <Statutory id={stored.id} />}
    </Screen>
  );
};

const Existing = ({ kind, id }: { kind: Kind; id: string }) => {
  const { m } = useSession();
  const answer = useAnswer(operationsOf[kind].get, { params: { id } }, { fresh: true });
  const [reorganised, setReorganised] = useState(0);
  return (
    <Gate
      answer={answer}
      missing={
        <Screen title={m.setUpForm.one[kind]}>
          <EmptyState title={m.setUpForm.gone}>
            <Link to={`/set-up/${kind}`}>{m.nav[kind]}</Link>
          </EmptyState>
        </Screen>
      }
    >
      {(found) => {
        const stored = found as unknown as Versioned;
        return (
          <>
            <Editor key={reorganised} kind={kind} stored={stored} />
            <ReorganiseDialog
              subject={subjectOf(kind, stored)}
              onClosed={() => setReorganised(stored.version)}
            />
          </>
        );
      }}
    </Gate>
  );
};

/** The definition of the address; the id `new` makes another. */
export const DefinitionScreen = () => {
  const { kind = '', id = '' } = useParams();
  const known = kindNames.find((name) => name === kind);
  if (known === undefined) return <NotFound />;
  return id === 'new' ? (
    <Editor key={`${known} new`} kind={known} stored={undefined} />
  ) : (
    <Existing key={`${known} ${id}`} kind={known} id={id} />
  );
};
