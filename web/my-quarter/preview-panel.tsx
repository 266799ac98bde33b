// What the board will see: the findings that these figures leave, cause or clear, while they are being typed.
import { Paper } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Preview } from '../../shared/api/schemas/quarter.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { LevelMark } from '../parts/marks.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useWords } from '../session/session.tsx';

const Found = ({ preview }: { preview: Preview }) => {
  const { m, f } = useWords();
  const { findings, cleared } = preview;
  return (
    <>
      <p role="status">
        {findings.length === 0
          ? m.quarter.previewNone
          : f.say(m.quarter.previewCount, { n: findings.length })}
        {cleared.length > 0 && `, ${f.say(m.quarter.previewCleared, { n: cleared.length })}`}
      </p>
      <Scroller label={m.quarter.preview} className="preview-scroll">
        <ul className="preview">
          {findings.map((line) => (
            <li key={line.fingerprint}>
              <p>
                <LevelMark level={line.level} />{' '}
                <span className={`change change-${line.change}`}>{m.quarter.previewChange[line.change]}</span>
              </p>
              <p>{findingText(line, f)}</p>
              <p className="quiet">{line.remedy}</p>
            </li>
          ))}
        </ul>
        {cleared.length > 0 && (
          <>
            <h3>{m.quarter.cleared}</h3>
            <ul className="preview cleared">
              {cleared.map(({ fingerprint, text }) => (
                <li key={fingerprint}>
                  <s>{text}</s>
                </li>
              ))}
            </ul>
          </>
        )}
      </Scroller>
    </>
  );
};

/** The preview beside the sheet; `skipped`: entries that can't be read yet. */
export const PreviewPanel = ({
  preview,
  skipped,
}: {
  preview: UseQueryResult<Preview, Error>;
  skipped: number;
}) => {
  const { m, f } = useWords();
  return (
    <Paper component="section" className="panel" aria-labelledby="preview" aria-busy={preview.isFetching}>
      <h2 id="preview">{m.quarter.preview}</h2>
      {skipped > 0 && <p className="care">{f.say(m.quarter.previewSkipped, { n: skipped })}</p>}
      {preview.data !== undefined && <Found preview={preview.data} />}
      {preview.data === undefined && preview.error === null && (
        <p className="quiet">{m.quarter.previewWait}</p>
      )}
      {preview.error !== null && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
    </Paper>
  );
};
