// A KPI that law or contract demands is asked for no counterpart, once an executive has approved it; who did, when and
// why stays to be read.
import { Button, Group, Paper, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAnswer, useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { WriteState } from '../my-quarter/kpi-settings.tsx';
import { useSession } from '../session/session.tsx';

/** The approval of a KPI, and for executives the form that gives it or takes it back. */
export const Statutory = ({ id }: { id: string }) => {
  const { m, f, me } = useSession();
  const names = useNames();
  const [reason, setReason] = useState('');
  const write = useWrite('putStatutory', ['getKpi', 'listKpis', 'getQuarterSheet', 'getBoardReport']);
  const kpi = useAnswer('getKpi', { params: { id } }).data;
  if (kpi === undefined) return null;
  const words = m.statutory;
  const { statutory, version } = kpi;
  const given = statutory !== undefined;
  const said = reason.trim();
  const decides = me.member.roles.includes('executive');
  if (!decides && !given) return null;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (write.isPending || said === '') return;
    write.mutate(
      { params: { id }, version, body: { approved: !given, reason: said } },
      { onSuccess: () => setReason('') },
    );
  };
  return (
    <Paper component="section" className="panel form" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        {given
          ? f.say(words.approved, {
              by: names.member(statutory.by),
              at: f.instant(statutory.at),
              reason: statutory.reason,
            })
          : words.not}
      </p>
      {decides && (
        <form onSubmit={onSubmit}>
          <Textarea
            label={given ? words.takeReason : words.reason}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group mt="sm">
            <Button type="submit" variant="default" disabled={said === '' || write.isPending}>
              {given ? words.take : words.approve}
            </Button>
          </Group>
          <WriteState error={write.error} done={write.isSuccess} />
        </form>
      )}
    </Paper>
  );
};
