// The cache of answers. The client itself repeats what is worth repeating, so nothing is repeated here; and offline
// is an error that people are told about, not a pause.
import { QueryClient } from '@tanstack/react-query';

/** A fresh cache. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 15_000, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
