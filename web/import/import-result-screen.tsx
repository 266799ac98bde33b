// How far an import has come, and what it changed. The address can be left and come back to.
import { Button, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { ChangeSetDetail } from '../../shared/api/operations.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Notice } from '../parts/notice.tsx';
import { useCall, useSession } from '../session/session.tsx';
import { Changes } from './changes.tsx';
import './import.css';

const pollEvery = 700;
const mostPolls = 300;

/** The way to the report, once it is written: that takes some seconds after the last change. */
const ToReport = ({ quarter }: { quarter: Quarter }) => {
  const { m } = useSession();
  const call = useCall();
  const reports = useQuery({
    queryKey: ['listReports', 'after-import'],
    queryFn: ({ signal }) => call('listReports', { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((report) => report.quarter === quarter) || state.dataUpdateCount > mostPolls
        ? false
        : pollEvery,
  });
  const isThere = reports.data?.items.some((report) => report.quarter === quarter) === true;
  return isThere ? (
    <Button component={Link} to={`/report/${quarter}`} size="compact-md">
      {m.import.toReport}
    </Button>
  ) : (
    <span className="quiet">{m.import.reportFollows}</span>
  );
};

const Result = ({ set }: { set: ChangeSetDetail }) => {
  const { m, f, me } = useSession();
  const names = useNames();
  const { state, done, total } = set;
  return (
    <Screen
      title={m.import.title}
      kicker={
        <>
          <Link to="/import">{m.import.title}</Link> · {set.file ?? set.kind} · {names.member(set.by)},{' '}
          {f.instant(set.at)}
        </>
      }
      heading={f.say(m.import.headings[state], { n: total, done, total })}
    >
      {state === 'applying' && (
        <>
          <Progress
            size="lg"
            value={total === 0 ? 100 : (done / total) * 100}
            aria-label={m.import.progress}
          />
          <p className="quiet">{m.import.progressHelp}</p>
        </>
      )}
      <p role="status" className="visually-hidden">
        {m.import.state[state]}
      </p>
      {set.passedOver.length > 0 && (
        <Notice tone="care" title={m.import.passedOver}>
          <ul>
            {set.passedOver.map(({ kind, id, why }) => (
              <li key={`${kind} ${id}`}>
                {m.import.kind[kind]} {id}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {state !== 'applying' && (
        <p className="aside-links">
          <ToReport quarter={me.calendar.reportingQuarter} />
          {me.member.roles.includes('analyst') && <Link to="/first-steps">{m.import.toFirstSteps}</Link>}
          <Link to="/import">{m.import.toStart}</Link>
        </p>
      )}
      <Changes title={m.import.changesDone} changed={set} />
    </Screen>
  );
};

/** The import of the address. */
export const ImportResultScreen = () => {
  const { m } = useSession();
  const { id = '' } = useParams();
  const call = useCall();
  const queries = useQueryClient();
  const answer = useQuery<ChangeSetDetail, Error>({
    queryKey: ['getImport', id],
    queryFn: ({ signal }) => call('getImport', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'applying' ? pollEvery : false),
  });
  const ended = answer.data !== undefined && answer.data.state !== 'applying';
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'getImport' });
  }, [ended, queries]);
  return (
    <Gate
      answer={answer}
      missing={
        <Screen title={m.import.title}>
          <EmptyState title={m.import.gone}>
            <Link to="/import">{m.import.title}</Link>
          </EmptyState>
        </Screen>
      }
    >
      {(set) => <Result set={set} />}
    </Gate>
  );
};
