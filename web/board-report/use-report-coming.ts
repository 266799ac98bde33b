// A report follows some seconds after the first submission: whoever looks at the empty screen gets it without reloading.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useCall } from '../session/session.tsx';

const soon = 3_000;
const later = 60_000;
/** How often it is asked soon; who leaves the screen open after that waits a minute. */
const soonTimes = 40;

/** Reads the board report of a quarter anew once the list of reports names it. */
export const useReportComing = (quarter: Quarter): void => {
  const call = useCall();
  const queries = useQueryClient();
  const reports = useQuery({
    queryKey: ['listReports', 'coming', quarter],
    queryFn: ({ signal }) => call('listReports', { signal }),
    refetchInterval: ({ state }) => (state.dataUpdateCount < soonTimes ? soon : later),
  });
  const isThere = reports.data?.items.some((report) => report.quarter === quarter) === true;
  const seenAt = isThere ? reports.dataUpdatedAt : 0;
  useEffect(() => {
    if (seenAt > 0) void queries.invalidateQueries({ queryKey: ['getBoardReport'] });
  }, [seenAt, queries]);
};
