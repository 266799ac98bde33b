// A person without a mouse: tabs to things, types, presses Enter.
import type { Locator, Page } from 'playwright-core';

const mostSteps = 250;

/** Tabs until the element has the focus; throws where it can't be reached. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const handle = await target.elementHandle();
  const isThere = () => page.evaluate((element) => document.activeElement === element, handle);
  for (let step = 0; step < mostSteps; step++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} was not reached by ${mostSteps} tabs.`);
};
