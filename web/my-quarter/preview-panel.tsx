// What the board will see: the findings that these figures leave, cause or clear, while they are being typed; first
// what they change.
import { Button, Paper } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { Preview } from '../../shared/api/schemas/quarter.ts';
import { useAllFindings } from '../findings/all-findings.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { LevelMark } from '../parts/marks.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useWords } from '../session/session.tsx';

type Line = Preview['findings'][number];

interface Repairs {
  /** The KPIs whose links can be changed on this sheet. */
  readonly repairable: readonly string[];
  /** Opens the links of a KPI. */
  readonly onRepair: (kpi: string) => void;
}

const kpiOf = ({ subject }: Line): string | undefined =>
  subject.kind.startsWith('kpi') ? subject.ids[0] : undefined;

const Lines = ({ lines, repairable, onRepair }: Repairs & { lines: readonly Line[] }) => {
  const { m, f } = useWords();
  return (
    <ul className="preview">
      {lines.map((line) => {
        const kpi = kpiOf(line);
        return (
          <li key={line.fingerprint}>
            <p>
              <LevelMark level={line.level} />{' '}
              <span className={`change change-${line.change}`}>{m.quarter.previewChange[line.change]}</span>
            </p>
            <p>{findingText(line, f)}</p>
            <p className="quiet">{f.check(line.check, line).remedy}</p>
            {kpi !== undefined && repairable.includes(kpi) && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${m.myQuarter.repair}: ${findingText(line, f)}`}
                onClick={() => onRepair(kpi)}
              >
                {m.myQuarter.repair}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** How many findings of the department these figures do not touch; undefined until it is known. */
const useUntouched = (department: string, { findings, cleared }: Preview): number | undefined => {
  const told = new Set([...findings, ...cleared].map(({ fingerprint }) => fingerprint));
  return useAllFindings({ department }, true).data?.filter(({ fingerprint }) => !told.has(fingerprint))
    .length;
};

const Found = ({ preview, department, ...repairs }: Repairs & { preview: Preview; department: string }) => {
  const { m, f } = useWords();
  const { findings, cleared } = preview;
  const untouched = useUntouched(department, preview) ?? 0;
  return (
    <>
      <p role="status">
        {findings.length === 0
          ? m.quarter.previewNone
          : f.say(m.quarter.previewCount, { n: findings.length })}
        {cleared.length > 0 && `, ${f.say(m.quarter.previewCleared, { n: cleared.length })}`}
      </p>
      {untouched > 0 && (
        <p className="quiet">
          <Link to={`/findings?department=${department}`}>
            {f.say(m.quarter.previewUntouched, { n: untouched })}
          </Link>
        </p>
      )}
      <Scroller label={m.quarter.preview} className="preview-scroll">
        <Lines lines={findings.filter(({ change }) => change !== 'stays')} {...repairs} />
        {cleared.length > 0 && (
          <>
            <h3>{m.quarter.cleared}</h3>
            <ul className="preview cleared">
              {cleared.map((line) => (
                <li key={line.fingerprint}>
                  <s>{findingText(line, f)}</s>
                </li>
              ))}
            </ul>
          </>
        )}
        <Lines lines={findings.filter(({ change }) => change === 'stays')} {...repairs} />
      </Scroller>
    </>
  );
};

/** Whether the sign-in has ended: that is said once, above the sheet. */
const hasEnded = (error: Error): boolean => error instanceof CallRefused && error.status === 401;

/** The preview beside the sheet; `skipped`: entries that can't be read yet. */
export const PreviewPanel = (
  props: Repairs & { preview: UseQueryResult<Preview, Error>; department: string; skipped: number },
) => {
  const { preview, department, skipped, ...repairs } = props;
  const { m, f } = useWords();
  const fault = preview.error === null || hasEnded(preview.error) ? undefined : preview.error;
  return (
    <Paper component="section" className="panel" aria-labelledby="preview" aria-busy={preview.isFetching}>
      <h2 id="preview">{m.quarter.preview}</h2>
      {skipped > 0 && <p className="care">{f.say(m.quarter.previewSkipped, { n: skipped })}</p>}
      {preview.data !== undefined && <Found preview={preview.data} department={department} {...repairs} />}
      {preview.data === undefined && preview.error === null && (
        <p className="quiet">{m.quarter.previewWait}</p>
      )}
      {fault !== undefined && <ErrorState error={fault} onRetry={() => void preview.refetch()} />}
    </Paper>
  );
};
