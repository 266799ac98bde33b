// Where a figure comes from: file, row and column, one click beside the figure.
import { Popover, UnstyledButton } from '@mantine/core';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useWords } from '../session/session.tsx';

/** A button that opens the source of a figure. */
export const FigureSource = (props: {
  name: string;
  quarter: Quarter;
  source: { readonly file: string; readonly row: number; readonly column: string };
}) => {
  const { m, f } = useWords();
  const { file, row, column } = props.source;
  return (
    <Popover position="bottom-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="source-button"
          aria-label={f.say(m.source.of, { name: props.name, quarter: f.quarter(props.quarter) })}
        >
          {m.source.open}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={m.source.open}>
        <dl className="source">
          <dt>{m.source.file}</dt>
          <dd>{file}</dd>
          <dt>{m.source.row}</dt>
          <dd>{f.number(row)}</dd>
          <dt>{m.source.column}</dt>
          <dd>{column}</dd>
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
};
