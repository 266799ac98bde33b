// What mail the signed-in member gets, and in which language.
import { Checkbox, NativeSelect, Paper, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PreferencesView } from '../../shared/api/schemas/preferences.ts';
import { digestRhythms, locales } from '../../shared/domain/member.ts';
import { useAnswer, useWrite } from '../data/answers.ts';
import { refusedFaults } from '../form/faults.ts';
import { FormActions } from '../form/form-actions.tsx';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import '../form/form.css';

const Editor = ({ stored }: { stored: PreferencesView }) => {
  const session = useSession();
  const { m, f, me } = session;
  const words = m.decide.mail;
  const { version, unsubscribedAt, ...kept } = stored;
  const [typed, setTyped] = useState(kept);
  const write = useWrite('putPreferences', ['getPreferences', 'getMe', 'listMembers']);
  const faults = refusedFaults(write.error, session);
  const auditor = me.member.roles.every((role) => role === 'auditor');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!write.isPending) write.mutate({ body: typed, version });
  };
  return (
    <Screen
      title={words.title}
      kicker={words.kicker}
      heading={
        auditor ? words.auditor : words.heading[unsubscribedAt === undefined ? stored.digest : 'never']
      }
    >
      {unsubscribedAt !== undefined && (
        <Notice tone="care">
          <p>{f.say(words.unsubscribed, { at: f.instant(unsubscribedAt) })}</p>
        </Notice>
      )}
      {auditor ? (
        <EmptyState title={words.auditor} />
      ) : (
        <form className="form" onSubmit={onSubmit}>
          <Paper component="section" className="panel" aria-label={words.title}>
            <div className="form-grid">
              <NativeSelect
                label={words.digest}
                value={typed.digest}
                data={digestRhythms.map((value) => ({ value, label: words.digests[value] }))}
                onChange={({ currentTarget: { value } }) =>
                  setTyped({ ...typed, digest: digestRhythms.find((one) => one === value) ?? typed.digest })
                }
              />
              <NativeSelect
                label={words.locale}
                value={typed.locale}
                data={locales.map((value) => ({ value, label: m.setUpForm.locales[value] }))}
                onChange={({ currentTarget: { value } }) =>
                  setTyped({ ...typed, locale: locales.find((one) => one === value) ?? typed.locale })
                }
              />
              <TextInput
                type="date"
                label={words.paused}
                description={words.pausedHelp}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={typed.pausedUntil ?? ''}
                error={faults.get('/pausedUntil')}
                onChange={({ currentTarget: { value } }) => {
                  const { pausedUntil: _before, ...rest } = typed;
                  setTyped(value === '' ? rest : { ...rest, pausedUntil: value });
                }}
              />
            </div>
            <Checkbox
              label={words.reminders}
              checked={typed.reminders}
              onChange={(event) => setTyped({ ...typed, reminders: event.currentTarget.checked })}
            />
          </Paper>
          {write.error !== null && faults.size === 0 && <ErrorState error={write.error} />}
          <FormActions
            label={m.form.save}
            busy={write.isPending}
            dirty={JSON.stringify(typed) !== JSON.stringify(kept)}
            faults={faults.size}
            saved={write.isSuccess}
          />
        </form>
      )}
    </Screen>
  );
};

/** The member's own preferences. */
export const MailScreen = () => {
  const answer = useAnswer('getPreferences', {}, { fresh: true });
  return <Gate answer={answer}>{(stored) => <Editor key={stored.version} stored={stored} />}</Gate>;
};
