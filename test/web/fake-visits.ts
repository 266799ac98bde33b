// What browser tests against the fake stack share: one build and one browser a file, a fresh fake stack a test, and at
// the end of each test the certainty that nothing went wrong on any page that the test did not provoke.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startBrowser } from './browser.ts';
import { builtPage } from './built-page.ts';
import { openAs } from './direct-session.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { openPage, type WatchedPage } from './watched-page.ts';

export interface FakeVisits {
  /** The fake stack of the present test. */
  readonly api: () => FakeApi;
  /** Opens an address as a member (by id), without the clicks of a sign-in. */
  readonly as: (member: string, path?: string) => Promise<Page>;
  /** Opens an empty page that is watched. */
  readonly blank: () => Promise<Page>;
  /** Forgets what went wrong so far: the test has provoked it. */
  readonly forgive: () => void;
}

/** Registers the hooks of a test file. */
export const fakeVisits = (): FakeVisits => {
  let page: string;
  let browser: Browser;
  let api: FakeApi;
  const open: WatchedPage[] = [];
  beforeAll(async () => {
    [page, browser] = await Promise.all([builtPage(), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    api = await startFakeApi(page);
  });
  afterEach(async () => {
    const faults = open.flatMap((one) => one.faults);
    await Promise.all(open.splice(0).map((one) => one.close()));
    await api.stop();
    expect(faults).toEqual([]);
  });
  const blank = async (): Promise<Page> => {
    const watched = await openPage(browser);
    open.push(watched);
    return watched.page;
  };
  return {
    api: () => api,
    blank,
    as: async (member, path = '/') => {
      const page = await blank();
      await openAs(page, api.origin, member, path);
      return page;
    },
    forgive: () => {
      for (const watched of open) watched.forgive();
    },
  };
};
