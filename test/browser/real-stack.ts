// One real local stack with the example in it, the page as it is built for production, and one browser: started once
// for a file of walks, and at the end of each walk the certainty that nothing went wrong on any page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { nhs } from '../../examples/nhs/organisation.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { startBrowser } from '../web/browser.ts';
import { builtPage } from '../web/built-page.ts';
import { signIn } from '../web/paths.ts';
import { openPage, type WatchedPage } from '../web/watched-page.ts';

export interface RealVisits {
  readonly origin: () => string;
  /** Signs somebody in by name and opens an address; each on a page of the own. */
  readonly as: (name: string, path?: string) => Promise<Page>;
}

/** Registers the hooks of a test file. */
export const realVisits = (): RealVisits => {
  let stack: Stack;
  let browser: Browser;
  let folder: string;
  const open: WatchedPage[] = [];
  const troubles: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'walk-'));
    const page = await builtPage();
    [stack, browser] = await Promise.all([
      startStack({
        example: nhs,
        port: 0,
        dataFolder: join(folder, 'nhs'),
        reset: false,
        page,
        step: (_, work) => work(() => undefined),
        onTrouble: (line) => troubles.push(line),
      }),
      startBrowser(),
    ]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    const faults = open.flatMap((one) => one.faults);
    await Promise.all(open.splice(0).map((one) => one.close()));
    expect([...faults, ...troubles.splice(0)]).toEqual([]);
  });
  return {
    origin: () => stack.origin,
    as: async (name, path = '/') => {
      const watched = await openPage(browser);
      watched.page.setDefaultTimeout(25_000);
      open.push(watched);
      await signIn(watched.page, stack.origin, name, path);
      return watched.page;
    },
  };
};
