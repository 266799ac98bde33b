// The targets of a KPI: who set what, when and why; and the next one.
import { Paper, Table } from '@mantine/core';
import { asksReading, targetIn } from '../../shared/domain/kpi-in-quarter.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { TargetEditor } from '../my-quarter/target-editor.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useSession } from '../session/session.tsx';
import '../my-quarter/my-quarter.css';

/** The table of targets, newest first, and the form that sets one. */
export const Targets = ({ id, writable }: { id: string; writable: boolean }) => {
  const { m, f, ownQuarter } = useSession();
  const names = useNames();
  const kpi = useAnswer('getKpi', { params: { id } }).data;
  if (kpi === undefined) return null;
  const target = targetIn(kpi, ownQuarter)?.value;
  const head = [m.setUpForm.targetFrom, m.setUp.target, m.report.reason, m.setUpForm.targetBy];
  return (
    <Paper component="section" className="panel form" aria-label={m.setUpForm.targets}>
      <h2>{m.setUpForm.targets}</h2>
      {kpi.targets.length === 0 ? (
        <p className="quiet">{m.setUpForm.targetsNone}</p>
      ) : (
        <ScrollTable caption={m.setUpForm.targets} head={head}>
          {kpi.targets.toReversed().map((one) => (
            <Table.Tr key={one.from + one.setAt}>
              <Table.Td className="nowrap">{f.quarter(one.from)}</Table.Td>
              <Table.Td className="nowrap">{f.target(one.value, kpi.unit)}</Table.Td>
              <Table.Td>{one.reason ?? m.report.noReason}</Table.Td>
              <Table.Td>
                {names.member(one.by)}, {f.instant(one.setAt)}
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
      {writable && asksReading({ ...kpi, everyQuarters: 1 }, ownQuarter) && (
        <div className="settings">
          <TargetEditor
            key={kpi.version}
            row={{ kpi, status: 'no-target', ...(target === undefined ? {} : { target }) }}
            quarter={ownQuarter}
            writable
          />
        </div>
      )}
    </Paper>
  );
};
