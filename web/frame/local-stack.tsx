// For the curious, on one's own machine only: the mail that was sent, and a hand on the clock. Where the service is
// deployed nothing answers at /local, and this shows nothing.
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../session/session.tsx';

const readClock = async (): Promise<string | null> => {
  const response = await fetch('/local/clock');
  if (!response.ok || !(response.headers.get('content-type') ?? '').includes('json')) return null;
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'now' in body ? String(body.now) : null;
};

const post = async (path: string, body: object): Promise<void> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
};

/** The instant so many days after another. */
export const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

/** Buttons for the clock and the tick, and the way to the mail. */
export const LocalStack = () => {
  const { m, f } = useWords();
  const queries = useQueryClient();
  const clock = useQuery({
    queryKey: ['local-clock'],
    queryFn: readClock,
    enabled: location.protocol === 'http:',
  });
  const act = useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => post(path, body),
    onSuccess: () => queries.invalidateQueries(),
  });
  const now = clock.data;
  if (now === undefined || now === null) return null;
  return (
    <section className="local-stack" aria-label={m.local.title}>
      <p className="nav-title">{m.local.title}</p>
      <p>{f.instant(now)}</p>
      <Stack gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => act.mutate({ path: '/local/tick', body: {} })}
        >
          {m.local.tick}
        </Button>
        <span id="advance">{m.local.advance}</span>
        <Group gap={4} role="group" aria-labelledby="advance">
          {([1, 7, 30] as const).map((days) => (
            <Button
              key={days}
              size="compact-xs"
              variant="default"
              onClick={() => act.mutate({ path: '/local/clock', body: { to: daysAfter(now, days) } })}
            >
              {f.say(m.local.days, { n: days })}
            </Button>
          ))}
        </Group>
        <a href="/mail">{m.local.mail}</a>
      </Stack>
      <p role="status">{act.isError ? m.local.failed : act.isSuccess ? m.local.done : ''}</p>
    </section>
  );
};
