// Sealing: fixes the quarter's report for good, after one question; shows who sealed it and under which digest; and
// opens it again with a reason.
import { Button, Group, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { SealView } from '../../shared/api/schemas/seal.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer, useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { SaidState } from '../findings/said-state.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { download } from '../parts/download.ts';
import { useSession } from '../session/session.tsx';

const changedWithSeal = ['getSeal', 'listReports', 'getBoardReport', 'getQuarterSheet'] as const;
const digestShown = 12;

interface Props {
  readonly quarter: Quarter;
}

const Seal = ({ quarter, version }: Props & { version: number }) => {
  const { m, f } = useSession();
  const words = m.decide.seal;
  const [opened, { open, close }] = useDisclosure(false);
  const write = useWrite('sealReport', changedWithSeal);
  const label = f.quarter(quarter);
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.seal}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={f.say(words.sealTitle, { quarter: label })}
        closeLabel={words.keep}
      >
        <p>{words.sealWhat}</p>
        <SaidState error={write.error} done={false} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {words.keep}
          </Button>
          <Button
            disabled={write.isPending}
            onClick={() => write.mutate({ params: { quarter }, body: {}, version }, { onSuccess: close })}
          >
            {write.isPending ? words.sealing : f.say(words.sealDo, { quarter: label })}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};

const Reopen = ({ quarter, version }: Props & { version: number }) => {
  const { m, f } = useSession();
  const words = m.decide.seal;
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const write = useWrite('reopenReport', changedWithSeal);
  const said = reason.trim();
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={open}>
        {words.reopen}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={f.say(words.reopenTitle, { quarter: f.quarter(quarter) })}
        closeLabel={words.keep}
      >
        <p>{words.reopenWhat}</p>
        <Textarea
          mt="md"
          data-autofocus
          label={m.decide.reason}
          value={reason}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <SaidState error={write.error} done={false} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {words.keep}
          </Button>
          <Button
            disabled={said === '' || write.isPending}
            onClick={() =>
              write.mutate({ params: { quarter }, body: { reason: said }, version }, { onSuccess: close })
            }
          >
            {words.reopen}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};

const Sealed = ({ seal, executive }: { seal: SealView; executive: boolean }) => {
  const { m, f } = useSession();
  const names = useNames();
  const words = m.decide.seal;
  const { canonical } = seal;
  return (
    <div className="sealed">
      <p>
        {f.say(words.sealed, { by: names.member(seal.sealed.by), at: f.instant(seal.sealed.at) })}
        <br />
        <span className="quiet" title={seal.digest}>
          {f.say(words.digest, { digest: seal.digest.slice(0, digestShown), revision: seal.revision })}
        </span>
      </p>
      <Group gap="xs">
        {canonical !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => download(`${seal.quarter}.sealed.json`, canonical, 'application/json')}
          >
            {words.download}
          </Button>
        )}
        {executive && <Reopen quarter={seal.quarter} version={seal.version} />}
      </Group>
    </div>
  );
};

/** The seal of a quarter's report: its state for everybody, and the buttons for executives. */
export const SealButton = ({ quarter }: Props) => {
  const { m, f, me } = useSession();
  const names = useNames();
  const executive = me.member.roles.includes('executive');
  const reports = useAnswer('listReports', {}).data;
  const sealed = reports?.items.some((one) => one.quarter === quarter && one.sealed !== undefined) === true;
  const asked = executive || sealed;
  const seal = useAnswer('getSeal', { params: { quarter }, query: {} }, { enabled: asked });
  if (!asked || seal.isPending) return null;
  if (seal.data?.state === 'sealed') return <Sealed seal={seal.data} executive={executive} />;
  const reopened = seal.data?.reopened;
  return (
    <div className="sealed">
      {reopened !== undefined && (
        <p className="quiet">
          {f.say(m.decide.seal.reopened, { by: names.member(reopened.by), reason: reopened.reason })}
        </p>
      )}
      {executive && quarter <= me.calendar.reportingQuarter && (
        <Seal quarter={quarter} version={seal.data?.version ?? 0} />
      )}
    </div>
  );
};
