// How long a page is held up at a stretch, in the processor's time: other work on the machine doesn't count.
import type { Page } from 'playwright-core';
import * as z from 'zod';

const event = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).loose().optional(),
});
const trace = z.object({ traceEvents: z.array(event) });

const task = /RunTask$/;
/** Chromium's name of the thread on which a page lives. */
const mainThread = 'CrRendererMain';

/** The longest task of the page's main thread while `work` runs, in milliseconds; throws where none was recorded. */
export const longestTaskIn = async (page: Page, work: () => Promise<void>): Promise<number> => {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page belongs to no browser.');
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work().catch(async (error: unknown) => {
    await browser.stopTracing();
    throw error;
  });
  const { traceEvents } = trace.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === mainThread)
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.flatMap(({ name, pid, tid, tdur }) =>
    task.test(name) && tdur !== undefined && mains.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
  );
  if (tasks.length === 0) throw new Error('The browser recorded no task of the page.');
  return Math.max(...tasks);
};
