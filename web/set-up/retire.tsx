// Retiring asks once, names the quarter, and says that history stays; it can be undone.
import { Button, Group, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters, quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import { type Draft, textIn } from '../form/field.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../session/session.tsx';
import { endingColor } from '../theme.ts';
import type { Kind } from './kinds.ts';
import { Rests } from './rests.tsx';

export interface RetireProps {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly draft: Draft;
  readonly busy: boolean;
  /** Saves with these answers replaced. */
  readonly onSave: (over: Draft) => void;
}

/** The button and its question, for what has a life in quarters. */
export const Retire = ({ kind, id, name, draft, busy, onSave }: RetireProps) => {
  const { m, f, me } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const [quarter, setQuarter] = useState<string>(me.runningQuarter);
  if (textIn(draft, 'retiredFrom') !== '')
    return (
      <Button variant="default" disabled={busy} onClick={() => onSave({ retiredFrom: '' })}>
        {m.setUpForm.unretire}
      </Button>
    );
  const choices = quartersUpTo(addQuarters(me.runningQuarter, 4), 9).reverse();
  return (
    <>
      <Button variant="default" disabled={busy} onClick={open}>
        {m.setUpForm.retire}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={f.say(m.setUpForm.retireTitle, { name })}
        closeLabel={m.setUpForm.keep}
      >
        <p>{m.setUpForm.retireWhat}</p>
        <Rests kind={kind} id={id} />
        <NativeSelect
          my="md"
          label={m.setUpForm.retiredFrom}
          value={quarter}
          data={choices.map((one) => ({ value: one, label: f.quarter(one) }))}
          onChange={(event) => setQuarter(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {m.setUpForm.keep}
          </Button>
          <Button
            color={endingColor}
            onClick={() => {
              close();
              onSave({ retiredFrom: quarter });
            }}
          >
            {f.say(m.setUpForm.retireDo, { quarter: f.quarter(quarter as Quarter) })}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};

/** The button and its question, for a member. */
export const RemoveMember = ({ kind, id, name, draft, busy, onSave }: RetireProps) => {
  const { m, f } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  if (textIn(draft, 'status') === 'removed')
    return (
      <Button variant="default" disabled={busy} onClick={() => onSave({ status: 'active' })}>
        {m.setUpForm.unretire}
      </Button>
    );
  return (
    <>
      <Button variant="default" disabled={busy} onClick={open}>
        {m.setUpForm.removeMember}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={f.say(m.setUpForm.removeTitle, { name })}
        closeLabel={m.setUpForm.keep}
      >
        <p>{m.setUpForm.removeWhat}</p>
        <Rests kind={kind} id={id} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {m.setUpForm.keep}
          </Button>
          <Button
            color={endingColor}
            onClick={() => {
              close();
              onSave({ status: 'removed' });
            }}
          >
            {m.setUpForm.removeDo}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};
