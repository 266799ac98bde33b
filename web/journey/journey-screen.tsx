// A journey: where customers pass, which encounters make up their minds, over which channels, who answers for them, whose
// clocks run over which segment, and which segments nobody watches.

import { Paper, Table } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { JourneyReport } from '../../shared/report/journey-report.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Mark } from '../parts/marks.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { headingOf } from './heading.ts';
import { type CustomerClock, StripPanel } from './journey-strip.tsx';

type Touchpoint = JourneyReport['touchpoints'][number];

const Touchpoints = ({ report }: { report: JourneyReport }) => {
  const { m } = useWords();
  const names = useNames();
  const owned = ({ owners }: Touchpoint) =>
    owners.length === 0 ? (
      <Mark tone="fault" drawing="cross">
        {m.board.journey.noOwner}
      </Mark>
    ) : (
      owners.map(names.department).join(', ')
    );
  return (
    <Paper component="section" className="panel" aria-labelledby="touchpoints">
      <h2 id="touchpoints">{m.board.journey.touchpoints}</h2>
      {report.touchpoints.length === 0 ? (
        <p>{m.board.journey.noTouchpoints}</p>
      ) : (
        <ScrollTable
          caption={m.board.journey.touchpoints}
          head={[
            m.board.journey.touchpoint,
            m.board.journey.momentOfTruth,
            m.board.journey.channels,
            m.board.journey.owners,
          ]}
        >
          {report.touchpoints.map((touchpoint) => (
            <Table.Tr key={touchpoint.id}>
              <Table.Th scope="row">{touchpoint.name}</Table.Th>
              <Table.Td>
                {touchpoint.momentOfTruth ? m.board.outcome.yes : m.board.outcome.no}
                {touchpoint.unmeasured !== undefined && (
                  <>
                    {' · '}
                    <Link to={`/findings/${touchpoint.unmeasured}`}>{m.board.journey.unmeasured}</Link>
                  </>
                )}
              </Table.Td>
              <Table.Td>
                {touchpoint.channels.length === 0 ? (
                  <span className="quiet">{m.board.journey.noChannel}</span>
                ) : (
                  touchpoint.channels.join(', ')
                )}
              </Table.Td>
              <Table.Td>{owned(touchpoint)}</Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
    </Paper>
  );
};

/** The customers' clocks over the segments, each a way to its outcome. */
const customersOf = ({ quarter, outcomes, segments }: JourneyReport): CustomerClock[] =>
  outcomes.flatMap(({ id, statement }) => {
    const places = segments.flatMap(({ waitedBy }, place) => (waitedBy.includes(id) ? [place] : []));
    if (places.length === 0) return [];
    return [{ id, name: statement, lead: `/report/${quarter}/outcomes/${id}`, places }];
  });

const Strip = ({ report }: { report: JourneyReport }) => {
  const { m, f } = useWords();
  const { segments, events, kpis } = report;
  const open = segments.filter(({ clockedBy }) => clockedBy.length === 0);
  const eventName = (id: string): string => events.find((event) => event.id === id)?.name ?? id;
  const all = segments.length;
  return (
    <>
      <StripPanel
        id="strip"
        title={m.board.journey.strip}
        strip={report}
        customers={customersOf(report)}
        kpiName={(id) => kpis.find((kpi) => kpi.id === id)?.name ?? id}
        sentence={
          open.length === 0
            ? f.say(m.board.journey.covered, { all })
            : f.say(m.board.journey.sentence, { n: open.length, all })
        }
        trouble={({ unmeasured, owners }) =>
          unmeasured !== undefined
            ? m.board.journey.unmeasured
            : owners.length === 0
              ? m.board.journey.noOwner
              : undefined
        }
      />
      {open.length > 0 && (
        <Paper component="section" className="panel" aria-labelledby="open-segments">
          <h2 id="open-segments">{m.board.journey.segments}</h2>
          <ul className="plain-list">
            {open.map(({ from, to, duration, waitedBy }) => (
              <li key={from}>
                <Mark tone="fault" drawing="cross">
                  {eventName(from)} → {eventName(to)}
                  {duration !== undefined && `, ${f.value(duration.value, duration.unit)}`}
                </Mark>
                {waitedBy.length > 0 && (
                  <span className="quiet"> · {f.say(m.board.journey.waited, { n: waitedBy.length })}</span>
                )}
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </>
  );
};

const Report = ({ report }: { report: JourneyReport }) => {
  const words = useWords();
  const { m, f } = words;
  const shown = f.quarter(report.quarter);
  return (
    <Screen
      title={f.say(m.board.journey.title, { name: report.name })}
      kicker={f.say(m.board.journey.kicker, { quarter: shown })}
      heading={headingOf(report, words)}
      aside={
        <nav className="aside-links" aria-label={m.department.seeAlso}>
          <Link to={`/report/${report.quarter}`}>{f.say(m.department.toBoard, { quarter: shown })}</Link>
        </nav>
      }
    >
      <Strip report={report} />
      <Touchpoints report={report} />
      <Paper component="section" className="panel" aria-labelledby="outcomes">
        <h2 id="outcomes">{m.board.journey.outcomes}</h2>
        {report.outcomes.length === 0 && <p>{m.board.journey.noOutcomes}</p>}
        <ul className="plain-list">
          {report.outcomes.map(({ id, statement }) => (
            <li key={id}>
              <Link to={`/report/${report.quarter}/outcomes/${id}`}>{statement}</Link>
            </li>
          ))}
        </ul>
      </Paper>
    </Screen>
  );
};

/** The report of the journey and quarter in the address. */
export const JourneyScreen = () => {
  const { m, f } = useWords();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const report = useAnswer('getJourneyReport', { params: { id, quarter } });
  const shown = f.quarter(quarter);
  return (
    <Gate
      answer={report}
      missing={
        <Screen title={f.say(m.board.journey.emptyTitle, { quarter: shown })}>
          <EmptyState title={m.board.journey.emptyWhy}>
            <Link to={`/report/${quarter}`}>{f.say(m.department.toBoard, { quarter: shown })}</Link>
          </EmptyState>
        </Screen>
      }
    >
      {(found) => <Report report={found} />}
    </Gate>
  );
};
