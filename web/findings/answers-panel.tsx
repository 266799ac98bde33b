// What people do about a finding: say something, ask to accept it for a while, or decide an action.
import { Button, Paper, Tabs, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWrite } from '../data/answers.ts';
import { useSession } from '../session/session.tsx';
import { Acknowledge, mayBeAcknowledged } from './acknowledge.tsx';
import { DecideAction } from './decide-action.tsx';
import { onSubmit } from './on-submit.ts';
import { changedWithFinding, SaidState } from './said-state.tsx';

interface Props {
  readonly finding: FindingView;
}

const Comment = ({ finding }: Props) => {
  const { m } = useSession();
  const [text, setText] = useState('');
  const write = useWrite('commentFinding', changedWithFinding);
  const say = (): void => {
    if (text.trim() === '' || write.isPending) return;
    write.mutate(
      {
        params: { fingerprint: finding.fingerprint },
        version: finding.version,
        body: { text: text.trim() },
      },
      { onSuccess: () => setText('') },
    );
  };
  return (
    <form className="answer" onSubmit={onSubmit(say)}>
      <Textarea
        label={m.decide.comment}
        value={text}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" disabled={write.isPending || text.trim() === ''}>
          {m.decide.commentDo}
        </Button>
      </div>
      <SaidState error={write.error} done={write.isSuccess} />
    </form>
  );
};

const AskWaiver = ({ finding }: Props) => {
  const { m } = useSession();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const write = useWrite('askWaiver', changedWithFinding);
  const complete = reason.trim() !== '' && until !== '';
  const ask = (): void => {
    if (!complete || write.isPending) return;
    write.mutate({
      params: { fingerprint: finding.fingerprint },
      version: finding.version,
      body: { reason: reason.trim(), until },
    });
  };
  return (
    <form className="answer" onSubmit={onSubmit(ask)}>
      <p>{m.decide.waiverWhat}</p>
      <Textarea
        label={m.decide.reason}
        value={reason}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        maw={220}
        label={m.decide.until}
        description={m.decide.untilHelp}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" disabled={!complete || write.isPending}>
          {m.decide.waiverDo}
        </Button>
      </div>
      <SaidState error={write.error} done={write.isSuccess} />
    </form>
  );
};

/** The panel with everything that the caller may do; nothing where that is nothing. */
export const AnswersPanel = ({ finding }: Props) => {
  const { m, me } = useSession();
  const { may } = finding;
  if (may === undefined || (!may.answer && !may.decideAction) || finding.state === 'resolved') return null;
  const waiting = finding.waivers?.some(({ state }) => state === 'asked') === true;
  const waiverTab = finding.state === 'waived' ? m.decide.tabs.renewal : m.decide.tabs.waiver;
  const acknowledges = may.answer && mayBeAcknowledged(finding, me.calendar.reportingQuarter);
  const tabs = [
    ...(acknowledges ? [{ value: 'acknowledge', label: m.finding.acknowledge, panel: Acknowledge }] : []),
    ...(may.answer ? [{ value: 'comment', label: m.decide.tabs.comment, panel: Comment }] : []),
    ...(may.answer && !waiting ? [{ value: 'waiver', label: waiverTab, panel: AskWaiver }] : []),
    ...(may.decideAction ? [{ value: 'action', label: m.decide.tabs.action, panel: DecideAction }] : []),
  ];
  const [first] = tabs;
  if (first === undefined) return null;
  return (
    <Paper component="section" className="panel" aria-labelledby="answers">
      <h2 id="answers">{m.decide.title}</h2>
      <Tabs key={tabs.map(({ value }) => value).join(' ')} defaultValue={first.value} keepMounted={false}>
        <Tabs.List>
          {tabs.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ value, panel: Panel }) => (
          <Tabs.Panel key={value} value={value} pt="sm">
            <Panel finding={finding} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Paper>
  );
};
