// The quarter stands in the address; this changes it.
import { NativeSelect } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer } from '../data/answers.ts';
import { useWords } from '../session/session.tsx';

/** A list of the quarters that have a report, the present one among them. */
export const QuarterPicker = ({ quarter }: { quarter: Quarter }) => {
  const { m, f } = useWords();
  const navigate = useNavigate();
  const reports = useAnswer('listReports', {}).data?.items.map((report) => report.quarter) ?? [];
  const quarters = [...new Set([...reports, quarter])].sort().reverse();
  return (
    <NativeSelect
      className="quarter-picker"
      aria-label={m.report.quarter}
      value={quarter}
      data={quarters.map((value) => ({ value, label: f.quarter(value) }))}
      onChange={(event) => navigate(`/report/${event.currentTarget.value}`)}
    />
  );
};
