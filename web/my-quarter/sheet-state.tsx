// Where the quarter stands: due when, submitted or returned with which comment, draft saved or not.
import { Button, Group } from '@mantine/core';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { useNames } from '../data/names.ts';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import { goesOnWithDraft } from './entries.ts';
import type { DraftOfSheet } from './use-draft.ts';

const Submitted = ({ sheet }: { sheet: QuarterSheet }) => {
  const { m, f } = useSession();
  const names = useNames();
  const { submission } = sheet;
  if (submission === undefined) return <p>{m.quarter.state.none}</p>;
  const { version, state, submittedAt, submittedBy, decidedAt, decidedBy, comment } = submission;
  const text = f.say(m.quarter.state[state], {
    version,
    at: f.instant(decidedAt ?? submittedAt),
    by: names.member(decidedBy ?? submittedBy),
  });
  if (state !== 'returned') return <p>{text}</p>;
  return (
    <Notice tone="care" title={m.submission.returned}>
      <p>{text}</p>
      {comment !== undefined && (
        <blockquote>
          <strong>{m.quarter.returnedComment}:</strong> {comment}
        </blockquote>
      )}
    </Notice>
  );
};

const Saving = ({ draft }: { draft: DraftOfSheet }) => {
  const { m, f } = useSession();
  const { state } = draft;
  const text =
    state.kind === 'saved'
      ? f.say(m.quarter.draft.saved, { at: f.time(state.at) })
      : m.quarter.draft[state.kind];
  return (
    <Group className={state.kind === 'failed' ? 'saving fault' : 'saving quiet'} gap="sm">
      <span role="status">{text}</span>
      {(state.kind === 'failed' || state.kind === 'held') && (
        <Button size="compact-sm" variant="default" onClick={() => void draft.saveNow()}>
          {m.quarter.draft.retry}
        </Button>
      )}
    </Group>
  );
};

/** The state of a sheet, above its rows. */
export const SheetState = (props: { sheet: QuarterSheet; draft: DraftOfSheet; writable: boolean }) => {
  const { sheet, draft, writable } = props;
  const { m, f } = useSession();
  const overtaken =
    goesOnWithDraft(sheet) && sheet.draft !== undefined && sheet.draft.basedOn < sheet.version;
  return (
    <div className="sheet-state">
      <p className="quiet">
        {f.say(m.quarter.due, { due: f.day(sheet.dueDate), close: f.day(sheet.closeDate) })}
      </p>
      <Submitted sheet={sheet} />
      {sheet.gate !== 'open' && <p className="care">{m.quarter.gate[sheet.gate]}</p>}
      {sheet.gate === 'open' && !sheet.writable && <p className="care">{m.quarter.readOnly}</p>}
      {writable && draft.recovered && <p>{m.quarter.recovered}</p>}
      {writable && overtaken && (
        <p className="care">
          {f.say(m.quarter.draftFromBefore, {
            at: f.instant(sheet.draft?.savedAt ?? ''),
            version: sheet.version,
          })}
        </p>
      )}
      {writable && <Saving draft={draft} />}
    </div>
  );
};
