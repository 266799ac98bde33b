// Lists are read page by page; the cursor stands in the address, so that a page can be sent on, and "back" goes back.
import { Group } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../session/session.tsx';

/** Links to the first and the next page of a list. */
export const Pager = ({ next }: { next: string | undefined }) => {
  const { m } = useWords();
  const [search] = useSearchParams();
  const withCursor = (cursor: string | undefined): string => {
    const other = new URLSearchParams(search);
    if (cursor === undefined) other.delete('cursor');
    else other.set('cursor', cursor);
    return `?${other}`;
  };
  const onFirst = !search.has('cursor');
  if (onFirst && next === undefined) return null;
  return (
    <Group component="nav" aria-label={m.pager.label} gap="lg">
      {!onFirst && <Link to={withCursor(undefined)}>{m.pager.first}</Link>}
      {next !== undefined && <Link to={withCursor(next)}>{m.pager.next}</Link>}
    </Group>
  );
};
