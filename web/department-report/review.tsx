// The review of a submission by those who decide: accept it, or return it with a comment that says what to change.
import { Button, Group, Paper, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import { useAnswer, useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { useSession } from '../session/session.tsx';

const refreshed = ['getQuarterSheet', 'getDepartmentReport', 'getBoardReport', 'listVersions'] as const;

const Decide = ({ submission }: { submission: Submission }) => {
  const { m } = useSession();
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const accept = useWrite('acceptSubmission', refreshed);
  const giveBack = useWrite('returnSubmission', refreshed);
  const params = { id: submission.department, quarter: submission.quarter };
  const { version } = submission;
  const busy = accept.isPending || giveBack.isPending;
  const error = accept.error ?? giveBack.error;
  const onReturn = (): void => {
    setAsked(true);
    if (comment.trim() !== '') giveBack.mutate({ params, version, body: { comment: comment.trim() } });
  };
  return (
    <>
      <Textarea
        label={m.review.commentLabel}
        value={comment}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={asked && comment.trim() === '' ? m.review.commentNeeded : undefined}
      />
      <Group mt="sm">
        <Button disabled={busy} onClick={() => accept.mutate({ params, version, body: {} })}>
          {m.review.accept}
        </Button>
        <Button variant="default" disabled={busy} onClick={onReturn}>
          {m.review.return}
        </Button>
      </Group>
      {error !== null && <ErrorState error={error} />}
    </>
  );
};

/** The state of the submission, and the decision where there is one to take; `seen`: the version in the report. */
export const Review = (props: { department: string; quarter: Quarter; seen: number | undefined }) => {
  const { m, f, me, decides } = useSession();
  const names = useNames();
  const sheet = useAnswer('getQuarterSheet', { params: { id: props.department, quarter: props.quarter } });
  const submission = sheet.data?.submission;
  if (submission === undefined) return null;
  const { version, submittedBy, submittedAt, state, decidedAt, decidedBy, comment, note } = submission;
  return (
    <Paper component="section" className="panel" aria-labelledby="review">
      <h2 id="review">{m.review.title}</h2>
      <p>
        {f.say(m.review.submitted, { version, by: names.member(submittedBy), at: f.instant(submittedAt) })}
      </p>
      {decidedAt !== undefined && decidedBy !== undefined && (
        <p role="status">
          {f.say(m.review.decided, {
            state: m.submission[state],
            by: names.member(decidedBy),
            at: f.instant(decidedAt),
          })}
        </p>
      )}
      {comment !== undefined && (
        <blockquote>
          <strong>{m.review.comment}:</strong> {comment}
        </blockquote>
      )}
      {note !== undefined && (
        <p>
          <strong>{m.review.noteOf}:</strong> {note}
        </p>
      )}
      {props.seen !== undefined && props.seen !== version && state !== 'returned' && (
        <p className="quiet">{f.say(m.review.stale, { seen: props.seen, version })}</p>
      )}
      {decides && state === 'submitted' && submittedBy === me.member.id && (
        <p className="quiet">{m.review.own}</p>
      )}
      {decides && state === 'submitted' && submittedBy !== me.member.id && (
        <Decide key={version} submission={submission} />
      )}
    </Paper>
  );
};
