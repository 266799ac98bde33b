// What stands in somebody's way on the screen that a page shows: barriers that axe finds in light and in dark, and
// sideways scrolling at 390 px.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violations = async (axe: AxeBuilder): Promise<string[]> => {
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
};

const pixelsBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Everything that is wrong on a page, or within one element of it; light with every rule, dark with the only one that
 * differs.
 */
export const barriersOf = async (page: Page, within = 'html'): Promise<string[]> => {
  // What holds is not told, which is most of the work. The options come first: they replace what was chosen before.
  const axe = (): AxeBuilder =>
    new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
      .include(within);
  const light = await violations(axe().withTags(tags));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(axe().withRules(['color-contrast']));
  await page.setViewportSize({ width: 390, height: 844 });
  for (let tries = 0; tries < 20 && (await pixelsBeyond(page)) > 0; tries++) await page.waitForTimeout(50);
  const beyond = await pixelsBeyond(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark, ...(beyond > 0 ? [`${beyond} px wider than 390`] : [])];
};
