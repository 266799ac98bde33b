// Where the quarter stands: due when, submitted or returned with which comment, draft saved or not.
import { Button, Group } from '@mantine/core';
import { CallRefused, ConnectionLost } from '../../shared/api/call-errors.ts';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { useNames } from '../data/names.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import { emptyEntry, goesOnWithDraft, type Readable, typingOf } from './entries.ts';
import { sameTyping } from './merge.ts';
import { FilledIn } from './progress.tsx';
import type { DraftOfSheet, Overtaken } from './use-draft.ts';

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
  const failed = state.kind === 'failed';
  const text =
    state.kind === 'saved'
      ? f.say(m.quarter.draft.saved, { at: f.time(state.at) })
      : failed && state.error instanceof ConnectionLost
        ? m.myQuarter.offline
        : m.quarter.draft[state.kind];
  return (
    <Group className={failed ? 'saving fault' : 'saving quiet'} gap="sm">
      <span role="status">{text}</span>
      {(failed || state.kind === 'held') && (
        <Button size="compact-sm" variant="default" onClick={() => void draft.saveNow()}>
          {m.quarter.draft.retry}
        </Button>
      )}
    </Group>
  );
};

/** The figures that somebody else changed as well; what was typed here stands in the inputs. */
const Clashes = ({ sheet, draft, overtaken }: Named & { overtaken: Overtaken }) => {
  const { m, f } = useSession();
  return (
    <Notice now tone="care" title={m.myQuarter.clashTitle}>
      <p>{m.myQuarter.clash}</p>
      <ul>
        {sheet.rows
          .filter(({ kpi }) => overtaken.clashes.includes(kpi.id))
          .map(({ kpi }) => {
            const { text, because } = overtaken.theirs.entries[kpi.id] ?? emptyEntry;
            const mine = draft.typing.entries[kpi.id] ?? emptyEntry;
            const theirs = text || because || m.myQuarter.blank;
            const yours = mine.text || mine.because || m.myQuarter.blank;
            return <li key={kpi.id}>{f.say(m.myQuarter.clashed, { name: kpi.name, theirs, yours })}</li>;
          })}
      </ul>
    </Notice>
  );
};

interface Named {
  readonly sheet: QuarterSheet;
  readonly draft: DraftOfSheet;
}

/** What can't be written any more though it was typed, and a sign-in that has ended. */
const Stuck = ({ sheet, draft }: Named) => {
  const { m, f } = useSession();
  const { state, typing } = draft;
  const unsubmitted =
    sheet.gate === 'closed' && !sameTyping(typing, typingOf({ ...sheet, draft: undefined }, f.locale));
  if (unsubmitted)
    return (
      <Notice now tone="care" title={m.myQuarter.closedTitle}>
        <p>{f.say(m.myQuarter.closedUnsubmitted, { close: f.day(sheet.closeDate) })}</p>
      </Notice>
    );
  const ended = state.kind === 'failed' && state.error instanceof CallRefused && state.error.status === 401;
  return ended ? <ErrorState error={state.error} /> : null;
};

/** The state of a sheet, above its rows. */
export const SheetState = (props: Named & { read: Readable; writable: boolean }) => {
  const { sheet, draft, read, writable } = props;
  const { m, f } = useSession();
  const fromBefore =
    goesOnWithDraft(sheet) && sheet.draft !== undefined && sheet.draft.basedOn < sheet.version;
  return (
    <div className="sheet-state">
      {writable && <FilledIn sheet={sheet} read={read} />}
      <p className="quiet">
        {f.say(m.quarter.due, { due: f.day(sheet.dueDate), close: f.day(sheet.closeDate) })}
      </p>
      <Submitted sheet={sheet} />
      {sheet.gate !== 'open' && <p className="care">{m.quarter.gate[sheet.gate]}</p>}
      {sheet.gate === 'open' && !sheet.writable && <p className="care">{m.quarter.readOnly}</p>}
      {writable && draft.recovered && <p>{m.quarter.recovered}</p>}
      {writable && fromBefore && (
        <p className="care">
          {f.say(m.quarter.draftFromBefore, {
            at: f.instant(sheet.draft?.savedAt ?? ''),
            version: sheet.version,
          })}
        </p>
      )}
      {writable && <Saving draft={draft} />}
      <Stuck sheet={sheet} draft={draft} />
      {writable && draft.overtaken !== undefined && (
        <Clashes sheet={sheet} draft={draft} overtaken={draft.overtaken} />
      )}
    </div>
  );
};
