// What the board would see of these figures: asked after a pause, with nothing stored.
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Preview, QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import type { Reading } from '../../shared/domain/submission.ts';
import { useCall } from '../session/session.tsx';

/** The preview of some readings of a sheet; the last one stays while the next is fetched. */
export const usePreview = (
  sheet: QuarterSheet,
  readings: readonly Reading[],
  enabled: boolean,
): UseQueryResult<Preview, Error> => {
  const call = useCall();
  const params = { id: sheet.department.id, quarter: sheet.quarter };
  return useQuery<Preview, Error>({
    queryKey: ['previewSubmission', params, readings],
    queryFn: ({ signal }) => call('previewSubmission', { params, body: { readings: [...readings] }, signal }),
    enabled,
    placeholderData: keepPreviousData,
  });
};
