// The menu of what can become of a definition: each entry is a link to its dialog.
import { Button, Menu } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '../session/session.tsx';
import { type Subject, useOffers } from './offers.ts';

/** The menu, or nothing where the member may do none of it. `disabled`: something typed is not saved yet. */
export const ReorganiseMenu = ({ subject, disabled }: { subject: Subject; disabled: boolean }) => {
  const { m } = useWords();
  const offers = useOffers(subject);
  if (offers.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" disabled={disabled} title={disabled ? m.reorganise.menuWhy : undefined}>
          {m.reorganise.menu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={m.reorganise.menu}>
        {offers.map((one) => (
          <Menu.Item key={one} component={Link} to={`/set-up/${subject.kind}/${subject.id}?do=${one}`}>
            {m.reorganise.offer[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
