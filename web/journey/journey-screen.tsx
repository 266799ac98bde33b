// A journey: where customers pass, which encounters make up their minds, over which channels, who answers for them, and
// which segments nobody watches. What is clocked is told by the reports of the outcomes on it.

import { Paper, Table } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Journey } from '../../shared/domain/journey.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { Gate } from '../parts/gate.tsx';
import { Loading } from '../parts/loading.tsx';
import { Mark } from '../parts/marks.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useCall, useWords } from '../session/session.tsx';
import { type CustomerClock, StripPanel } from './journey-strip.tsx';

type Touchpoint = Journey['touchpoints'][number];

/** How many outcomes' reports are read for one journey. */
const mostReports = 12;

const useReports = (journey: Journey, quarter: Quarter) => {
  const call = useCall();
  const outcomes = useWholeList('listOutcomes').data;
  const onIt = (outcomes ?? []).filter(
    (outcome) => outcome.journey === journey.id || outcome.clock?.journey === journey.id,
  );
  const answers = useQueries({
    queries: onIt.slice(0, mostReports).map(({ id }) => ({
      queryKey: ['getOutcomeReport', { params: { id, quarter } }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('getOutcomeReport', { params: { id, quarter }, signal }),
    })),
  });
  return {
    waiting: outcomes === undefined || answers.some(({ isPending }) => isPending),
    onIt,
    reports: answers.flatMap(({ data }): OutcomeReport[] => (data?.journey?.id === journey.id ? [data] : [])),
  };
};

const Touchpoints = ({ journey, unmeasured }: { journey: Journey; unmeasured: ReadonlySet<string> }) => {
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
      {journey.touchpoints.length === 0 ? (
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
          {journey.touchpoints.map((touchpoint) => (
            <Table.Tr key={touchpoint.id}>
              <Table.Th scope="row">{touchpoint.name}</Table.Th>
              <Table.Td>
                {touchpoint.momentOfTruth ? m.board.outcome.yes : m.board.outcome.no}
                {unmeasured.has(`${journey.id}/${touchpoint.id}`) && (
                  <>
                    {' · '}
                    <Link to="/findings?check=unmeasured-moment-of-truth">{m.board.journey.unmeasured}</Link>
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

const Strip = (props: {
  journey: Journey;
  quarter: Quarter;
  reports: readonly OutcomeReport[];
  unmeasured: ReadonlySet<string>;
}) => {
  const { journey, quarter, reports, unmeasured } = props;
  const { m, f } = useWords();
  const kpis = useWholeList('listKpis').data;
  const [first] = reports;
  if (first?.journey === undefined) return <p className="quiet">{m.board.journey.unknownClocks}</p>;
  const heard = (place: number) => [
    ...new Set(reports.flatMap((report) => report.journey?.segments[place]?.heardBy ?? [])),
  ];
  const strip = {
    ...first.journey,
    segments: first.journey.segments.map((segment, place) => ({ ...segment, heardBy: heard(place) })),
  };
  const customers = reports.flatMap(({ outcome, journey: own }): CustomerClock[] => {
    const places = (own?.segments ?? []).flatMap(({ inClock }, place) => (inClock ? [place] : []));
    return places.length === 0
      ? []
      : [
          {
            id: outcome.id,
            name: outcome.statement,
            lead: `/report/${quarter}/outcomes/${outcome.id}`,
            places,
          },
        ];
  });
  const open = strip.segments.filter(({ clockedBy }) => clockedBy.length === 0);
  const eventName = (id: string): string => journey.events.find((event) => event.id === id)?.name ?? id;
  return (
    <>
      <StripPanel
        id="strip"
        title={m.board.journey.strip}
        strip={strip}
        customers={customers}
        kpiName={(id) => kpis?.find((kpi) => kpi.id === id)?.name ?? id}
        sentence={
          open.length === 0
            ? f.say(m.board.journey.covered, { all: strip.segments.length })
            : f.say(m.board.journey.sentence, { n: open.length, all: strip.segments.length })
        }
        trouble={({ id, owners }) =>
          unmeasured.has(`${journey.id}/${id}`)
            ? m.board.journey.unmeasured
            : owners.length === 0
              ? m.board.journey.noOwner
              : undefined
        }
      />
      <Paper component="section" className="panel" aria-labelledby="open-segments">
        <h2 id="open-segments">{m.board.journey.segments}</h2>
        {open.length === 0 ? (
          <p>{m.board.journey.segmentsNone}</p>
        ) : (
          <ul className="plain-list">
            {open.map(({ from, to, duration }) => (
              <li key={from}>
                <Mark tone="fault" drawing="cross">
                  {eventName(from)} → {eventName(to)}
                  {duration !== undefined && `, ${f.value(duration.value, duration.unit)}`}
                </Mark>
              </li>
            ))}
          </ul>
        )}
      </Paper>
    </>
  );
};

const JourneyView = ({ journey, quarter }: { journey: Journey; quarter: Quarter }) => {
  const { m, f } = useWords();
  const { waiting, onIt, reports } = useReports(journey, quarter);
  const shown = f.quarter(quarter);
  const unmeasured = new Set(
    reports.flatMap(({ findings }) =>
      findings.flatMap(({ check, subject }) =>
        check === 'unmeasured-moment-of-truth' ? (subject.ids[0] ?? []) : [],
      ),
    ),
  );
  return (
    <Screen
      title={f.say(m.board.journey.title, { name: journey.name })}
      kicker={f.say(m.board.journey.kicker, { quarter: shown })}
      heading={journey.name}
      aside={
        <nav className="aside-links" aria-label={m.department.seeAlso}>
          <Link to={`/report/${quarter}`}>{f.say(m.department.toBoard, { quarter: shown })}</Link>
        </nav>
      }
    >
      {waiting ? (
        <Loading />
      ) : (
        <Strip journey={journey} quarter={quarter} reports={reports} unmeasured={unmeasured} />
      )}
      <Touchpoints journey={journey} unmeasured={unmeasured} />
      <Paper component="section" className="panel" aria-labelledby="outcomes">
        <h2 id="outcomes">{m.board.journey.outcomes}</h2>
        {onIt.length === 0 && <p>{m.board.journey.noOutcomes}</p>}
        <ul className="plain-list">
          {onIt.map(({ id, statement }) => (
            <li key={id}>
              <Link to={`/report/${quarter}/outcomes/${id}`}>{statement}</Link>
            </li>
          ))}
        </ul>
      </Paper>
    </Screen>
  );
};

/** The journey and quarter in the address. */
export const JourneyScreen = () => {
  const { m } = useWords();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const journey = useAnswer('getJourney', { params: { id } });
  return (
    <Gate
      answer={journey}
      missing={
        <Screen title={m.board.journey.missing}>
          <Link to={`/report/${quarter}`}>{m.nav.board}</Link>
        </Screen>
      }
    >
      {(found) => <JourneyView journey={found} quarter={quarter} />}
    </Gate>
  );
};
