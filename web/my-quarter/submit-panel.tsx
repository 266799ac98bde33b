// The last step: a note to the board, what is still blank or wrong, and one button.
import { Button, Group, Paper, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { CallRefused, ConnectionLost } from '../../shared/api/call-errors.ts';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { adviceOn, ErrorState } from '../parts/error-state.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import type { Readable } from './entries.ts';
import type { DraftOfSheet } from './use-draft.ts';
import { useSubmit } from './use-submit.ts';

const goTo = (kpi: string | undefined): void => {
  if (kpi !== undefined) document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(kpi)}"]`)?.focus();
};

const Failed = ({ error, sheet }: { error: Error; sheet: QuarterSheet }) => {
  const { m, f } = useSession();
  if (error instanceof CallRefused && error.kind === 'stale-version')
    return (
      <Notice now tone="care" title={m.errors.byKind['stale-version'].title}>
        <p>{f.say(m.quarter.stale, { version: sheet.version })}</p>
        <Link to={`/report/${sheet.quarter}/departments/${sheet.department.id}`}>{m.quarter.compare}</Link>
      </Notice>
    );
  if (error instanceof CallRefused && error.status >= 500) {
    const n = error.retryAfter;
    return (
      <Notice now tone="fault" title={adviceOn(error, m).title}>
        <p>{n === undefined ? m.myQuarter.failedThere : f.say(m.myQuarter.busyThere, { n })}</p>
      </Notice>
    );
  }
  if (error instanceof ConnectionLost)
    return (
      <Notice now tone="fault" title={m.errors.connection.title}>
        <p>{m.quarter.lost}</p>
      </Notice>
    );
  return (
    <>
      <p className="fault">{m.quarter.refused}</p>
      <ErrorState error={error} />
    </>
  );
};

/** The panel that submits the sheet. */
export const SubmitPanel = (props: {
  sheet: QuarterSheet;
  draft: DraftOfSheet;
  read: Readable;
  /** Faults are to be shown now. */
  onInsist: () => void;
}) => {
  const { sheet, draft, read, onInsist } = props;
  const { m, f } = useSession();
  const { busy, error, submit } = useSubmit(sheet, draft, read);
  const [asking, setAsking] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  const { readings, faults, blank } = read;
  const askFirst = (): void => {
    setAsking(true);
    requestAnimationFrame(() => confirm.current?.focus());
  };
  const onSubmit = (): void => {
    if (faults.size > 0) {
      onInsist();
      goTo([...faults.keys()][0]);
    } else if (readings.length === 0) goTo(blank[0]);
    else if (blank.length > 0) askFirst();
    else void submit();
  };
  return (
    <Paper component="section" className="panel" aria-label={f.say(m.quarter.submit, { n: readings.length })}>
      <Textarea
        label={m.quarter.submitNote}
        value={draft.typing.note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => draft.changeNote(event.currentTarget.value)}
      />
      {faults.size > 0 && <p className="fault">{f.say(m.quarter.faulty, { n: faults.size })}</p>}
      {readings.length === 0 && faults.size === 0 && <p className="quiet">{m.quarter.nothing}</p>}
      {asking && blank.length > 0 && (
        <Notice now tone="care">
          <p>{f.say(m.quarter.blank, { n: blank.length })}</p>
          <Group>
            <Button ref={confirm} disabled={busy} onClick={() => void submit()}>
              {m.quarter.submitBlank}
            </Button>
            <Button variant="default" onClick={() => goTo(blank[0])}>
              {m.quarter.fillBlank}
            </Button>
          </Group>
        </Notice>
      )}
      {error !== undefined && <Failed error={error} sheet={sheet} />}
      <Button mt="sm" fullWidth disabled={busy} onClick={onSubmit}>
        {busy ? m.quarter.submitting : f.say(m.quarter.submit, { n: readings.length })}
      </Button>
    </Paper>
  );
};
