// Who is signed in, as what; the look; and the way out. The browser's own popover closes by Escape and by a press
// beside it, and gives the focus back.
import { Button, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { useManager, useSession } from '../session/session.tsx';
import { signOut } from '../session/sign-in.ts';

const looks = ['auto', 'light', 'dark'] as const;
const isLook = (value: string): value is (typeof looks)[number] =>
  (looks as readonly string[]).includes(value);

/** The card behind the member's name. */
export const PersonMenu = () => {
  const { m, me } = useSession();
  const manager = useManager();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const card = useId();
  const leave = (): void => {
    queries.clear();
    void signOut(manager);
  };
  return (
    <>
      <Button variant="subtle" className="person" popoverTarget={card}>
        {me.member.name}
      </Button>
      <div id={card} popover="auto" role="dialog" aria-label={m.frame.whoAmI} className="person-card">
        <p>
          <strong>{me.member.name}</strong>
        </p>
        <p className="quiet">{me.member.email}</p>
        <p>{me.member.roles.map((role) => m.role[role]).join(', ')}</p>
        <p>{me.organisation.name}</p>
        <NativeSelect
          label={m.frame.look}
          value={colorScheme}
          data={looks.map((value) => ({ value, label: m.frame.looks[value] }))}
          onChange={({ currentTarget: { value } }) => {
            if (isLook(value)) setColorScheme(value);
          }}
        />
        <Link to="/mail-preferences">{m.nav.mail}</Link>
        <Button fullWidth variant="default" onClick={leave}>
          {m.frame.signOut}
        </Button>
      </div>
    </>
  );
};
