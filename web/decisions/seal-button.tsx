// Sealing: fixes the quarter's report for good, after one question, or says why it can't be done yet. Of a sealed
// report one button says so, and whether anything has changed since; what stands behind it opens at the side.
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { SealView } from '../../shared/api/schemas/seal.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer, useWrite } from '../data/answers.ts';
import { SaidState } from '../findings/said-state.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import { changedWithSeal } from './changed-with-seal.ts';
import { SealDetails } from './seal-details.tsx';

interface Props {
  readonly quarter: Quarter;
}

/** How sealing went: why it can't be done yet, in the service's words, or what else is wrong. */
const SealRefused = ({ error }: { error: Error | null }) => {
  const { m } = useSession();
  const waits = error instanceof CallRefused && error.kind === 'conflict';
  if (!waits) return <SaidState error={error} done={false} />;
  return (
    <Notice now tone="care" title={m.decide.seal.wait}>
      <p>{error.message}</p>
    </Notice>
  );
};

const Seal = ({ quarter, version }: Props & { version: number }) => {
  const { m, f } = useSession();
  const words = m.decide.seal;
  const [opened, { open, close }] = useDisclosure(false);
  const write = useWrite('sealReport', changedWithSeal);
  const label = f.quarter(quarter);
  const begin = (): void => {
    write.reset();
    open();
  };
  return (
    <>
      <Button variant="default" onClick={begin}>
        {words.seal}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={f.say(words.sealTitle, { quarter: label })}
        closeLabel={words.keep}
      >
        <p>{words.sealWhat}</p>
        <SealRefused error={write.error} />
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

const Details = ({ seal }: { seal: SealView }) => {
  const { m, f } = useSession();
  const words = m.decide.seal;
  const [opened, { open, close }] = useDisclosure(false);
  const changes = seal.later.length;
  const label = (): string => {
    if (seal.state === 'reopened') return words.reopenedButton;
    return changes === 0 ? words.unchangedButton : f.say(words.changedButton, { n: changes });
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {label()}
      </Button>
      <SealDetails seal={seal} opened={opened} onClose={close} />
    </>
  );
};

/** The seal of a quarter's report: its state for everybody, and the buttons for executives. */
export const SealButton = ({ quarter }: Props) => {
  const { me } = useSession();
  const executive = me.member.roles.includes('executive');
  const stands = useAnswer('listReports', {}).data?.items.find((one) => one.quarter === quarter);
  const everSealed = stands?.sealed !== undefined || stands?.reopened !== undefined;
  const seal = useAnswer('getSeal', { params: { quarter }, query: {} }, { enabled: everSealed });
  if (stands === undefined || (everSealed && seal.isPending)) return null;
  const open = seal.data?.state !== 'sealed';
  return (
    <>
      {seal.data !== undefined && <Details seal={seal.data} />}
      {open && executive && quarter <= me.calendar.reportingQuarter && (
        <Seal quarter={quarter} version={seal.data?.version ?? 0} />
      )}
    </>
  );
};
