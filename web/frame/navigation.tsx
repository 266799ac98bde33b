// Where one can go, by what one does here.
import { NavLink as Entry } from '@mantine/core';
import { NavLink } from 'react-router';
import { useWholeList } from '../data/answers.ts';
import { useSession } from '../session/session.tsx';

const Section = ({
  title,
  entries,
}: {
  title?: string;
  entries: readonly { to: string; label: string }[];
}) => (
  <div className="nav-section">
    {title !== undefined && <p className="nav-title">{title}</p>}
    <ul>
      {entries.map(({ to, label }) => (
        <li key={to}>
          <Entry component={NavLink} to={to} label={label} className="nav-entry" />
        </li>
      ))}
    </ul>
  </div>
);

/** The navigation of the signed-in member. */
export const Navigation = () => {
  const { m, me, headed, seesAudit, ownQuarter } = useSession();
  const departments = useWholeList('listDepartments').data;
  const nameOf = (id: string): string => departments?.find((department) => department.id === id)?.name ?? id;
  const reading = [
    { to: `/report/${me.calendar.reportingQuarter}`, label: m.nav.board },
    { to: '/findings', label: m.nav.findings },
    { to: '/checks', label: m.nav.checks },
    ...(seesAudit ? [{ to: '/audit', label: m.nav.audit }] : []),
  ];
  return (
    <>
      {headed.length > 0 && (
        <Section
          title={m.nav.myQuarter}
          entries={headed.map((id) => ({
            to: `/departments/${id}/quarters/${ownQuarter}`,
            label: nameOf(id),
          }))}
        />
      )}
      <Section title={m.nav.reading} entries={reading} />
      <Section
        title={m.nav.setUp}
        entries={(['departments', 'outcomes', 'objectives', 'kpis', 'members'] as const).map((kind) => ({
          to: `/set-up/${kind}`,
          label: m.nav[kind],
        }))}
      />
    </>
  );
};
