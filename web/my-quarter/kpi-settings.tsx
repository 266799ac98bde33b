// What a KPI is tied to and measured against, changed in place: outcomes, counterparts, target. Each change is
// written at once, on the version that was read.
import { useState } from 'react';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useWrite } from '../data/answers.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { useWords } from '../session/session.tsx';
import { CounterpartsEditor } from './counterparts-editor.tsx';
import type { Row } from './entries.ts';
import { fieldsOf, type KpiBody } from './kpi-fields.ts';
import { OutcomesEditor } from './outcomes-editor.tsx';
import { TargetEditor } from './target-editor.tsx';

/** Answers that a change of a KPI makes old. */
export const changedWithKpi = ['getQuarterSheet', 'previewSubmission', 'listKpis', 'getKpi'] as const;

/** Says how the last write went. */
export const WriteState = ({ error, done }: { error: Error | null; done: boolean }) => {
  const { m } = useWords();
  if (error instanceof CallRefused && error.kind === 'stale-version')
    return <p role="alert">{m.quarter.linkStale}</p>;
  if (error !== null) return <ErrorState error={error} />;
  return <p role="status">{done ? m.quarter.linkSaved : ''}</p>;
};

/** The settings of one KPI on the sheet. */
export const KpiSettings = (props: { row: Row; quarter: Quarter; writable: boolean }) => {
  const { row, quarter, writable } = props;
  const { kpi } = row;
  const write = useWrite('putKpi', changedWithKpi);
  const [changes, setChanges] = useState(0);
  const onChange = (part: Partial<KpiBody>): void => {
    if (write.isPending) return;
    setChanges(changes + 1);
    write.mutate({ params: { id: kpi.id }, version: kpi.version, body: { ...fieldsOf(kpi), ...part } });
  };
  const common = { kpi, quarter, busy: !writable || write.isPending, onChange };
  return (
    <div className="settings">
      {kpi.perspective === 'internal-efficiency' && <CounterpartsEditor {...common} />}
      <OutcomesEditor {...common} />
      <WriteState error={write.error} done={write.isSuccess && changes > 0} />
      <TargetEditor row={row} quarter={quarter} writable={writable} />
    </div>
  );
};
