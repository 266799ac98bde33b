// One dialog for every reorganisation: fill in, see what would change and what rests on it, confirm. Which one is open
// stands in the address.
import { Button, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { bodyOf, draftOf } from '../form/draft.ts';
import { type Faults, localFaults, noFaults, refusedFaults } from '../form/faults.ts';
import { FieldInput } from '../form/field-input.tsx';
import { FormTrouble } from '../form/form-trouble.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import { type Reorganisation, reorganisations, type Subject, useOffers } from './offers.ts';
import { useQuestions } from './questions.ts';
import './reorganise.css';
import { Done, WhatChanges, WhatRests } from './reorganised.tsx';
import { useSteps } from './use-steps.ts';

interface OpenProps {
  readonly what: Reorganisation;
  readonly subject: Subject;
  readonly onClose: () => void;
}

const Open = ({ what, subject, onClose }: OpenProps) => {
  const words = useWords();
  const { m, f } = words;
  const questions = useQuestions(what, subject);
  const [draft, setDraft] = useState(() => draftOf(questions.fields({}), questions.start, f.locale));
  const [local, setLocal] = useState<Faults>(noFaults);
  const { step, busy, error, overtaken, look, make, back } = useSteps();
  const fields = questions.fields(draft);
  const faults = local.size > 0 ? local : refusedFaults(error ?? null, words);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const { body, faults: found } = bodyOf(fields, draft, f.locale);
    setLocal(localFaults(found, words));
    if (found.size === 0) void look(questions.ask(body));
  };
  if (step.kind === 'done') {
    const made = step.answer.items.find(({ change }) => change === 'created');
    return (
      <div className="reorganise">
        <Done answer={step.answer} />
        <Group justify="flex-end">
          {made !== undefined && (
            <Button component={Link} variant="default" to={`/set-up/${subject.kind}/${made.id}`}>
              {m.reorganise.seeNew}
            </Button>
          )}
          <Button onClick={onClose}>{m.reorganise.close}</Button>
        </Group>
      </div>
    );
  }
  if (step.kind === 'shown')
    return (
      <div className="reorganise">
        {overtaken && (
          <Notice now tone="care">
            <p>{m.reorganise.stale}</p>
          </Notice>
        )}
        <WhatChanges answer={step.answer} />
        <WhatRests rests={step.answer.rests} />
        {error !== undefined && <ErrorState error={error} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={back}>
            {m.reorganise.back}
          </Button>
          <Button disabled={busy || step.answer.total === 0} onClick={() => void make()}>
            {busy ? m.reorganise.writing : m.reorganise.confirm[what]}
          </Button>
        </Group>
      </div>
    );
  return (
    <form className="reorganise" noValidate onSubmit={onSubmit}>
      <p>{m.reorganise.what[what]}</p>
      {local.size === 0 && <FormTrouble error={error} faults={faults} fields={fields} />}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          place={{
            path: '',
            beside: draft,
            whole: draft,
            readOnly: busy,
            faultAt: (path) => faults.get(path),
            change: (name, value) => setDraft((now) => ({ ...now, [name]: value })),
          }}
        />
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.reorganise.cancel}
        </Button>
        <Button type="submit" disabled={busy}>
          {busy ? m.reorganise.previewing : m.reorganise.preview}
        </Button>
      </Group>
    </form>
  );
};

/** The dialog that the address opens (`?do=merge`), if the member may; `onClosed`: the stored may be another now. */
export const ReorganiseDialog = ({ subject, onClosed }: { subject: Subject; onClosed: () => void }) => {
  const { m, f } = useWords();
  const [search, setSearch] = useSearchParams();
  const offers = useOffers(subject);
  const [begun, setBegun] = useState<Reorganisation>();
  const wanted = reorganisations.find((one) => one === search.get('do'));
  const what = wanted !== undefined && (wanted === begun || offers.includes(wanted)) ? wanted : undefined;
  if (what !== begun) setBegun(what);
  const close = (): void => {
    const next = new URLSearchParams(search);
    next.delete('do');
    setSearch(next, { replace: true });
    onClosed();
  };
  return (
    <Dialog
      opened={what !== undefined}
      title={what === undefined ? '' : f.say(m.reorganise.title[what], { name: subject.name })}
      closeLabel={m.reorganise.close}
      onClose={close}
    >
      {what !== undefined && <Open key={what} what={what} subject={subject} onClose={close} />}
    </Dialog>
  );
};
