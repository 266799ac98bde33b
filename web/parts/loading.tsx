// Something is on its way: said to screen readers, drawn as quiet bars for everybody else.
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useWords } from '../session/session.tsx';

/** Bars in the place of what comes; `alone`: nothing else is on the page. */
export const Loading = ({ alone = false }: { alone?: boolean }) => {
  const { m } = useWords();
  const bars = (
    <Stack gap="md" aria-busy="true">
      <VisuallyHidden role="status">{m.loading}</VisuallyHidden>
      <Skeleton height={32} width="60%" />
      <Skeleton height={120} />
      <Skeleton height={240} />
    </Stack>
  );
  return alone ? <main className="alone">{bars}</main> : bars;
};
