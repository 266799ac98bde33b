// A waiver that was asked for: who asks for what until when, and - for those who may - yes or no; for the others why
// not. And the waiver that holds: that the finding is still not held, and when it comes back.
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '../../shared/domain/day.ts';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import { changedWithFinding, SaidState } from './said-state.tsx';

/** The notice at the top of a finding while a waiver holds; nothing otherwise. */
export const WaiverStanding = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useWords();
  const names = useNames();
  const standing = finding.waivers?.findLast(({ state }) => state === 'approved');
  if (finding.state !== 'waived' || standing === undefined) return null;
  const { asked, decided, until, reason, renewal } = standing;
  return (
    <Notice tone="care" title={f.say(m.decide.standing, { day: f.day(until) })}>
      <blockquote>{reason}</blockquote>
      <p className="quiet">
        {f.say(m.decide.standingBy, {
          by: names.member(asked.by),
          approver: names.member(decided?.by ?? ''),
        })}
        {renewal > 0 && ` ${f.say(m.decide.renewedBefore, { n: renewal })}`}
      </p>
      <p>{f.say(m.decide.standingMeans, { day: f.day(addDays(until, 1)) })}</p>
    </Notice>
  );
};

/** The notice at the top of a finding while a waiver waits; nothing otherwise. */
export const WaiverDecision = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useWords();
  const names = useNames();
  const [comment, setComment] = useState('');
  const [insisting, setInsisting] = useState(false);
  const approve = useWrite('approveWaiver', changedWithFinding);
  const refuse = useWrite('refuseWaiver', changedWithFinding);
  const waiver = finding.waivers?.findLast(({ state }) => state === 'asked');
  if (waiver === undefined) return null;
  const said = comment.trim();
  const busy = approve.isPending || refuse.isPending;
  const to = { params: { fingerprint: finding.fingerprint }, version: finding.version };
  return (
    <Notice
      tone="care"
      title={
        waiver.renewal === 0 ? m.decide.waiverAsked : f.say(m.decide.renewalAsked, { n: waiver.renewal })
      }
    >
      <p>{f.say(m.decide.waiverAskedBy, { by: names.member(waiver.asked.by), day: f.day(waiver.until) })}</p>
      <blockquote>{waiver.reason}</blockquote>
      {finding.may?.decideWaiver !== true ? (
        <p>{m.decide.notYou[finding.may?.waiverObstacle ?? 'neither-side']}</p>
      ) : (
        <>
          <Textarea
            label={m.decide.approvalComment}
            value={comment}
            maxLength={1000}
            autosize
            error={insisting && said === '' ? m.decide.refusalNeeded : undefined}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <Group mt="xs">
            <Button
              disabled={busy}
              onClick={() => approve.mutate({ ...to, body: said === '' ? {} : { comment: said } })}
            >
              {m.decide.approve}
            </Button>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => {
                setInsisting(true);
                if (said !== '') refuse.mutate({ ...to, body: { comment: said } });
              }}
            >
              {m.decide.refuse}
            </Button>
          </Group>
        </>
      )}
      <SaidState error={approve.error ?? refuse.error} done={false} />
    </Notice>
  );
};
