// What an executive says about a report, an outcome or a finding, in his or her own words beside the figures, with the
// field to write it for those who may.
import { Button, Group, Paper, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CommentaryView } from '../../shared/api/schemas/seal.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { SaidState } from '../findings/said-state.tsx';
import { useWords } from '../session/session.tsx';
import './commentary.css';
import { useCommentary } from './use-commentary.ts';

interface Subject {
  readonly quarter: Quarter;
  /** `report`, `outcome.<id>` or `finding.<fingerprint>`. */
  readonly about: string;
  /** What the field is called. */
  readonly label: string;
}

const Write = ({ quarter, about, label, said }: Subject & { said: CommentaryView | undefined }) => {
  const { m } = useWords();
  const [open, setOpen] = useState(said === undefined);
  const [text, setText] = useState(said?.text ?? '');
  const write = useWrite('putCommentary', ['listCommentary']);
  const unchanged = text.trim() === '' || text.trim() === said?.text;
  if (!open)
    return (
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {m.board.commentary.change}
        </Button>
      </Group>
    );
  return (
    <>
      <Textarea
        label={label}
        value={text}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SaidState error={write.error} done={write.isSuccess && unchanged} />
      <Group mt="sm">
        <Button
          variant="default"
          disabled={unchanged || write.isPending}
          onClick={() =>
            write.mutate({
              params: { quarter, about },
              body: { text: text.trim() },
              version: said?.version ?? 0,
            })
          }
        >
          {m.board.commentary.save}
        </Button>
      </Group>
    </>
  );
};

/** A text as it was said, with who said it and when. */
export const SaidText = ({ said }: { said: CommentaryView }) => {
  const { f } = useWords();
  const names = useNames();
  return (
    <div className="said-text">
      <p>{said.text}</p>
      <p className="quiet">
        {names.member(said.by)}, {f.instant(said.at)}
      </p>
    </div>
  );
};

/** The panel; nothing where nobody has said anything and the reader may not. `children` follow the text. */
export const CommentaryPanel = ({
  children,
  shown = false,
  ...subject
}: Subject & { children?: ReactNode; shown?: boolean }) => {
  const { m, f } = useWords();
  const commentary = useCommentary(subject.quarter);
  if (commentary === undefined) return null;
  const said = commentary.about(subject.about);
  if (said === undefined && !commentary.mayWrite && !shown) return null;
  return (
    <Paper component="section" className="panel" aria-labelledby="commentary">
      <h2 id="commentary">{m.board.commentary.title}</h2>
      {said !== undefined && <SaidText said={said} />}
      {commentary.mayWrite && <Write key={said?.version ?? 0} {...subject} said={said} />}
      {commentary.closed && (
        <p className="quiet">{f.say(m.board.commentary.closed, { quarter: f.quarter(subject.quarter) })}</p>
      )}
      {children}
    </Paper>
  );
};
