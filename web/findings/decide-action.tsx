// An executive decides what is to be done about a finding, or at once about all findings of its cause: who, by when.
import { Button, Checkbox, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { addQuarters, quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import { causeName } from '../../shared/report/common-cause.ts';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWholeList, useWrite } from '../data/answers.ts';
import { findingText } from '../parts/finding-text.ts';
import { useSession } from '../session/session.tsx';
import { useAllFindings } from './all-findings.ts';
import { onSubmit } from './on-submit.ts';
import { changedWithFinding, SaidState } from './said-state.tsx';

/** Findings that one action may stand on. */
const most = 50;
/** Quarters from the running one on that an action may be due in. */
const choices = 8;

/** The unresolved findings of a finding's cause, without itself. */
const useLikeIt = (finding: FindingView) => {
  const cause = causeName(finding);
  const all = useAllFindings({ check: finding.check }, true).data ?? [];
  return all
    .filter((line) => line.fingerprint !== finding.fingerprint && causeName(line) === cause)
    .slice(0, most - 1);
};

const LikeIt = ({
  others,
  chosen,
  onChoose,
}: {
  readonly others: ReturnType<typeof useLikeIt>;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}) => {
  const { m, f } = useSession();
  if (others.length === 0) return null;
  return (
    <div>
      <Checkbox
        label={f.say(m.decide.wholeCause, { n: others.length })}
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <ul className="like-it quiet">
        {others.map((line) => (
          <li key={line.fingerprint}>{findingText(line, f)}</li>
        ))}
      </ul>
    </div>
  );
};

/** The form that decides an action. */
export const DecideAction = ({ finding }: { finding: FindingView }) => {
  const { m, f, me } = useSession();
  const members = useWholeList('listMembers').data ?? [];
  const others = useLikeIt(finding);
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(addQuarters(me.runningQuarter, 1));
  const [whole, setWhole] = useState(false);
  const write = useWrite('decideAction', changedWithFinding);
  const quarters = quartersUpTo(addQuarters(me.runningQuarter, choices - 1), choices);
  const dueQuarter = quarters.find((one) => one === due);
  const complete = text.trim() !== '' && owner !== null && dueQuarter !== undefined;
  const decide = (): void => {
    if (!complete || write.isPending) return;
    const findings = [finding.fingerprint, ...(whole ? others.map(({ fingerprint }) => fingerprint) : [])];
    write.mutate(
      { version: 0, body: { findings, text: text.trim(), owner, dueQuarter } },
      { onSuccess: () => setText('') },
    );
  };
  return (
    <form className="answer" onSubmit={onSubmit(decide)}>
      <p>{m.decide.actionWhat}</p>
      <Textarea
        label={m.decide.actionText}
        value={text}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="answer-row">
        <Select
          label={m.decide.owner}
          placeholder={m.form.choose}
          searchable
          value={owner}
          nothingFoundMessage={m.quarter.nothingFound}
          data={members
            .filter(({ status, roles }) => status === 'active' && roles.some((role) => role !== 'auditor'))
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setOwner}
        />
        <Select
          label={m.decide.due}
          value={due}
          data={quarters.map((quarter) => ({ value: quarter, label: f.quarter(quarter) }))}
          allowDeselect={false}
          onChange={setDue}
        />
      </div>
      <LikeIt others={others} chosen={whole} onChoose={setWhole} />
      <div>
        <Button type="submit" disabled={!complete || write.isPending}>
          {m.decide.actionDo}
        </Button>
      </div>
      <SaidState error={write.error} done={write.isSuccess} />
    </form>
  );
};
