import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 } as const;
/** Rooms without side effects: their tests may share a process, which saves loading everything anew. */
const pure = ['domain', 'checks', 'library', 'exchange', 'cli', 'report', 'mail', 'charts', 'bench'].map(
  (room) => `test/${room}/**/*.test.ts`,
);
const infra = ['test/infra/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'pure', include: pure, isolate: false } },
      { test: { ...shared, name: 'infra', include: infra, isolate: false } },
      {
        test: {
          ...shared,
          name: 'stack',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...pure, ...infra],
          setupFiles: ['test/drop-tables.ts'],
          globalSetup: ['test/dynamodb-server.ts', 'test/table-template.ts'],
        },
      },
    ],
  },
});
