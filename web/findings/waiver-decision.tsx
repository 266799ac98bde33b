// A waiver that was asked for: who asks for what until when, and - for those who may - yes or no.
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import { changedWithFinding, SaidState } from './said-state.tsx';

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
    <Notice tone="care" title={m.decide.waiverAsked}>
      <p>{f.say(m.decide.waiverAskedBy, { by: names.member(waiver.asked.by), day: f.day(waiver.until) })}</p>
      <blockquote>{waiver.reason}</blockquote>
      {finding.may?.decideWaiver !== true ? (
        <p className="quiet">{m.decide.notYou}</p>
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
