// Where one can go, by what one does here.
import { NavLink as Entry } from '@mantine/core';
import { useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useNames } from '../data/names.ts';
import { useSession } from '../session/session.tsx';

const setUpKinds = [
  'departments',
  'journeys',
  'outcomes',
  'capabilities',
  'objectives',
  'kpis',
  'members',
  'organisation',
  'policy',
] as const;

/** Where what belongs to the set-up stands. */
const setUpPaths = ['/set-up', '/first-steps', '/import', '/api'];

interface SectionProps {
  readonly title?: string;
  readonly entries: readonly { readonly to: string; readonly label: string }[];
  readonly onGo: () => void;
}

const Entries = ({ entries, onGo }: Pick<SectionProps, 'entries' | 'onGo'>) => (
  <ul>
    {entries.map(({ to, label }) => (
      <li key={to}>
        <Entry component={NavLink} to={to} label={label} className="nav-entry" onClick={onGo} />
      </li>
    ))}
  </ul>
);

const Section = ({ title, entries, onGo }: SectionProps) => (
  <div className="nav-section">
    {title !== undefined && <p className="nav-title">{title}</p>}
    <Entries entries={entries} onGo={onGo} />
  </div>
);

/** A section that stays folded until somebody opens it or goes to one of its screens. */
const Folded = ({ title, entries, onGo }: SectionProps) => {
  const { pathname } = useLocation();
  const [wanted, setWanted] = useState<boolean>();
  const open = wanted ?? setUpPaths.some((path) => pathname.startsWith(path));
  return (
    <details
      className="nav-section"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) setWanted(currentTarget.open);
      }}
    >
      <summary className="nav-title">{title}</summary>
      <Entries entries={entries} onGo={onGo} />
    </details>
  );
};

/** The navigation of the signed-in member; `onGo`: somebody goes somewhere. */
export const Navigation = ({ onGo }: { onGo: () => void }) => {
  const { m, me, headed, seesAudit, ownQuarter } = useSession();
  const names = useNames();
  const isAnalyst = me.member.roles.includes('analyst');
  const SetUp = isAnalyst || headed.length > 0 ? Section : Folded;
  const reading = [
    { to: `/report/${me.calendar.reportingQuarter}`, label: m.nav.board },
    { to: '/findings', label: m.nav.findings },
    { to: '/actions', label: m.nav.actions },
    { to: '/checks', label: m.nav.checks },
    { to: '/library', label: m.nav.library },
    ...(seesAudit ? [{ to: '/audit', label: m.nav.audit }] : []),
  ];
  return (
    <>
      {headed.length > 0 && (
        <Section
          title={m.nav.myQuarter}
          onGo={onGo}
          entries={headed.map((id) => ({
            to: `/departments/${id}/quarters/${ownQuarter}`,
            label: names.department(id),
          }))}
        />
      )}
      <Section title={m.nav.reading} entries={reading} onGo={onGo} />
      <SetUp
        title={m.nav.setUp}
        onGo={onGo}
        entries={[
          ...(isAnalyst ? [{ to: '/first-steps', label: m.nav.firstSteps }] : []),
          ...setUpKinds.map((kind) => ({ to: `/set-up/${kind}`, label: m.nav[kind] })),
          { to: '/import', label: m.nav.import },
          { to: '/api', label: m.nav.api },
        ]}
      />
    </>
  );
};
