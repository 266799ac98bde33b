// What executives say about a quarter, in their own words beside the figures; a sealed quarter takes no more.
import { Button, Group, Paper, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CommentaryView } from '../../shared/api/schemas/seal.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer, useWrite } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { SaidState } from '../findings/said-state.tsx';
import { useSession } from '../session/session.tsx';

const about = 'report';

const Write = ({ quarter, said }: { quarter: Quarter; said: CommentaryView | undefined }) => {
  const { m } = useSession();
  const words = m.board.commentary;
  const [text, setText] = useState(said?.text ?? '');
  const write = useWrite('putCommentary', ['listCommentary']);
  const unchanged = text.trim() === '' || text.trim() === said?.text;
  return (
    <>
      <Textarea
        label={words.label}
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
          {words.save}
        </Button>
      </Group>
    </>
  );
};

/** The commentary on the report of a quarter; nothing where nobody has said anything and the reader may not. */
export const Commentary = ({ quarter }: { quarter: Quarter }) => {
  const { m, f, me } = useSession();
  const names = useNames();
  const { data } = useAnswer('listCommentary', { params: { quarter } });
  if (data === undefined) return null;
  const said = data.items.find((one) => one.about === about);
  const mayWrite = me.member.roles.includes('executive');
  if (said === undefined && !mayWrite) return null;
  return (
    <Paper component="section" className="panel" aria-labelledby="commentary">
      <h2 id="commentary">{m.board.commentary.title}</h2>
      {said !== undefined && (
        <>
          <p className="said">{said.text}</p>
          <p className="quiet">
            {names.member(said.by)}, {f.instant(said.at)}
          </p>
        </>
      )}
      {mayWrite && <Write key={said?.version ?? 0} quarter={quarter} said={said} />}
    </Paper>
  );
};
