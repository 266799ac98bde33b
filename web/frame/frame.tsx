// The frame around every screen: skip link, header, navigation, main.
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { Loading } from '../parts/loading.tsx';
import { useMe, useWords } from '../session/session.tsx';
import { Boundary } from './boundary.tsx';
import { LocalStack } from './local-stack.tsx';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';

/** Draws the frame; the screen of the address stands in its middle. */
export const Frame = () => {
  const { m } = useWords();
  const { organisation } = useMe();
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={0}
    >
      <a className="skip" href="#content">
        {m.frame.skip}
      </a>
      <AppShell.Header className="frame-header">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? m.frame.closeNavigation : m.frame.openNavigation}
              aria-expanded={opened}
            />
            <Link to="/" className="brand">
              {m.product}
            </Link>
            <span className="quiet organisation">{organisation.name}</span>
          </Group>
          <PersonMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="frame-navbar" withBorder={false} aria-label={m.frame.navigation}>
        <Navigation onGo={close} />
        <LocalStack />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className="frame-main">
        <Boundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Boundary>
      </AppShell.Main>
    </AppShell>
  );
};
