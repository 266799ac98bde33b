// Who is signed in, as what; the look; and the way out.
import { Button, NativeSelect, Popover, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
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
  const leave = (): void => {
    queries.clear();
    void signOut(manager);
  };
  return (
    <Popover position="bottom-end" width={260} withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" className="person">
          {me.member.name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={m.frame.whoAmI} className="person-card">
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
      </Popover.Dropdown>
    </Popover>
  );
};
