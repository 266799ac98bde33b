// One real local stack with the example in it, the page as it is built for production, and one browser: started once
// for a file of walks, and at the end of each walk the certainty that nothing went wrong on any page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Example } from '../../examples/example.ts';
import { nhs } from '../../examples/nhs/organisation.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { startBrowser } from '../web/browser.ts';
import { builtPage, type Variant } from '../web/built-page.ts';
import { signIn } from '../web/paths.ts';
import { openPage, type WatchedPage } from '../web/watched-page.ts';

export interface RealVisits {
  readonly origin: () => string;
  /** The stack itself: its clock, its mail, its table. */
  readonly stack: () => Stack;
  /** Opens an empty page that is watched. */
  readonly blank: () => Promise<Page>;
  /** Signs somebody in by name and opens an address; each on a page of the own. Only the first time goes by clicks. */
  readonly as: (name: string, path?: string) => Promise<Page>;
}

/** What a sign-in left behind in the tab. */
type Session = readonly (readonly [key: string, value: string])[];
const sessionOf = (page: Page): Promise<Session> =>
  page.evaluate(() => Object.entries({ ...sessionStorage }).filter(([key]) => key.startsWith('oidc.')));

/** Signs a new tab in as somebody who has signed in before; once, so that signing out holds. */
const resume = (session: Session): void => {
  if (sessionStorage.getItem('resumed') !== null) return;
  sessionStorage.setItem('resumed', 'yes');
  for (const [key, value] of session) sessionStorage.setItem(key, value);
};

/** Registers the hooks of a test file; the stack is filled with the example, and `variant` is another build of the page. */
export const realVisits = (example: Example = nhs, variant?: Variant): RealVisits => {
  let stack: Stack;
  let browser: Browser;
  let folder: string;
  const open: WatchedPage[] = [];
  const troubles: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'walk-'));
    const page = await builtPage(variant);
    [stack, browser] = await Promise.all([
      startStack({
        example,
        port: 0,
        dataFolder: join(folder, 'data'),
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
  const blank = async (): Promise<Page> => {
    const watched = await openPage(browser);
    watched.page.setDefaultTimeout(25_000);
    open.push(watched);
    return watched.page;
  };
  const sessions = new Map<string, Session>();
  return {
    origin: () => stack.origin,
    stack: () => stack,
    blank,
    as: async (name, path = '/') => {
      const page = await blank();
      const session = sessions.get(name);
      if (session === undefined) {
        await signIn(page, stack.origin, name, path);
        sessions.set(name, await sessionOf(page));
      } else {
        await page.addInitScript(resume, session);
        await page.goto(stack.origin + path);
        await page.locator('main#content h1').waitFor();
      }
      return page;
    },
  };
};
