// The alignment map of the board report: department -> KPI -> customer outcome, the worst links one by one, the rest
// counted from the matrix. It is fetched once somebody scrolls to it, with the layout that only it needs.
import { Link } from 'react-router';
import type { Flow } from '../../shared/charts/alignment-layout.ts';
import { AlignmentMap } from '../../shared/charts/alignment-map.tsx';
import { onPage } from '../../shared/charts/look.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { flowsOf } from '../../shared/report/views/flows.ts';
import { useAddressSwitch } from '../parts/address-state.ts';
import { ChartPanel, Switch } from '../parts/chart.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useWords } from '../session/session.tsx';

/** The report with the faulty ribbons only: what is sound is counted, so that the faults are seen. */
const faultsOf = (report: BoardReport): Pick<BoardReport, 'map' | 'matrix'> => ({
  matrix: report.matrix,
  map: {
    ribbons: (report.map?.ribbons ?? []).filter(
      ({ fault, outcome }) => fault !== undefined || outcome === undefined,
    ),
    lost: report.map?.lost ?? [],
  },
});

/** The map and the table of its worst links. */
export const MapSection = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const nameOf = new Map(report.departments.map(({ id, name }) => [id, name]));
  const statementOf = new Map(report.outcomes.map(({ id, statement }) => [id, statement]));
  const ribbons = report.map?.ribbons ?? [];
  const [all, toggleAll] = useAddressSwitch('map', 'all');
  const outcomeName = (id: string | undefined) =>
    id === undefined ? m.board.chart.noOutcome : (statementOf.get(id) ?? id);
  const way = ({ department, fault }: (typeof ribbons)[number]): string =>
    fault === undefined
      ? `/report/${report.quarter}/departments/${department}`
      : `/findings/${fault.fingerprint}`;
  const flows = flowsOf(all ? report : faultsOf(report)).map((flow): Flow => {
    const department = nameOf.get(flow.department) ?? flow.department;
    const kpi = flow.ribbon?.name ?? f.say(m.board.chart.others, { n: flow.count });
    const ribbon = f.say(m.board.mapRibbon, { kpi, department, outcome: outcomeName(flow.outcome) });
    const check = flow.ribbon?.fault?.check;
    return {
      department: flow.department,
      kpi: flow.ribbon && { id: flow.ribbon.kpi, name: flow.ribbon.name },
      outcome: flow.outcome,
      count: flow.count,
      faulty: flow.faulty,
      name: check === undefined ? ribbon : f.say(m.board.mapFault, { ribbon, fault: check }),
      to:
        flow.ribbon === undefined
          ? `/report/${report.quarter}/departments/${flow.department}`
          : way(flow.ribbon),
    };
  });
  const faulty = ribbons.filter(({ fault, outcome }) => fault !== undefined || outcome === undefined).length;
  const lost = new Set(
    flows.filter(({ outcome }) => outcome === undefined).map(({ kpi, department }) => kpi?.id ?? department),
  );
  const label = f.say(m.board.chart.alignmentMap, {
    kpis: new Set(ribbons.map(({ kpi }) => kpi)).size,
    departments: report.departments.length,
    outcomes: report.outcomes.length,
    faulty,
    lost: lost.size,
  });
  return (
    <ChartPanel
      id="map"
      title={m.board.mapTitle}
      sentence={f.say(m.board.mapSentence, { n: faulty })}
      least={860}
      aside={
        faulty < ribbons.length && (
          <Switch on={all} onPress={toggleAll}>
            {m.board.mapAll}
          </Switch>
        )
      }
      draw={(width) => (
        <AlignmentMap
          departments={report.departments.map(({ id, name }) => ({
            id,
            name,
            to: `/report/${report.quarter}/departments/${id}`,
          }))}
          outcomes={report.outcomes.map(({ id, statement }) => ({
            id,
            name: statement,
            to: `/report/${report.quarter}/outcomes/${id}`,
          }))}
          flows={flows}
          label={label}
          noOutcome={m.board.chart.noOutcome}
          noOutcomeTo="/findings?check=unlinked-kpi"
          others={(n) => f.say(m.board.chart.otherLinks, { n })}
          look={onPage}
          width={width}
        />
      )}
      table={
        <PlainTable
          caption={m.board.mapTitle}
          head={[m.report.department, m.report.kpi, m.report.outcome, m.board.fault]}
        >
          {ribbons.map((ribbon) => (
            <tr key={`${ribbon.kpi}|${ribbon.outcome}`}>
              <td>{nameOf.get(ribbon.department) ?? ribbon.department}</td>
              <th scope="row">{ribbon.name}</th>
              <td>{outcomeName(ribbon.outcome)}</td>
              <td>
                {ribbon.fault === undefined ? (
                  <span className="quiet">{m.board.noFault}</span>
                ) : (
                  <Link to={way(ribbon)}>{ribbon.fault.check}</Link>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      }
      legend={f.say(m.board.mapLegend, { shown: all ? ribbons.length : faulty })}
    />
  );
};
