// Compares what a screen looks like with the picture of it that is kept beside the tests. What differs is kept as two
// pictures, the actual one and the difference, and the message says how to accept it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const kept = join(import.meta.dirname, 'pictures');
const differences = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'pictures');
const accept = 'PICTURES=accept npx vitest run test/browser/pictures.test.ts';

/** How alike two pictures must be. */
export interface Tolerance {
  /** How far apart the colours of a pixel may be, 0..1. */
  readonly colour: number;
  /** The share of pixels that may differ, 0..1. */
  readonly share: number;
  /** Pixels along the side of a square that is taken as one; 1: each pixel counts. */
  readonly square: number;
}

/** The browser that comes with npm draws each letter as before; a mark that its fonts lack comes from the machine. */
export const sameBrowser: Tolerance = { colour: 0.15, share: 0.001, square: 1 };
/** Another browser draws letters its own way: only where things stand, how large and in which colour is compared. */
export const otherBrowser: Tolerance = { colour: 0.2, share: 0.02, square: 8 };

/** The picture with squares of pixels as one pixel each, in their mean colour. */
const shrunk = (picture: PNG, square: number): PNG => {
  if (square === 1) return picture;
  const small = new PNG({
    width: Math.floor(picture.width / square),
    height: Math.floor(picture.height / square),
  });
  for (let i = 0; i < small.data.length; i++) {
    const pixel = Math.floor(i / 4);
    const [x, y] = [(pixel % small.width) * square, Math.floor(pixel / small.width) * square];
    let sum = 0;
    for (let n = 0; n < square * square; n++)
      sum +=
        picture.data[((y + Math.floor(n / square)) * picture.width + x + (n % square)) * 4 + (i % 4)] ?? 0;
    small.data[i] = Math.round(sum / square ** 2);
  }
  return small;
};

/** The share of pixels that differ, 0..1, and a picture of where; pictures of two sizes differ altogether. */
export const compared = (
  before: PNG,
  after: PNG,
  { colour, square }: Tolerance,
): { share: number; difference: PNG } => {
  if (before.width !== after.width || before.height !== after.height) return { share: 1, difference: after };
  const [one, other] = [shrunk(before, square), shrunk(after, square)];
  const { width, height } = one;
  const difference = new PNG({ width, height });
  const n = pixelmatch(one.data, other.data, difference.data, width, height, { threshold: colour });
  return { share: n / (width * height), difference };
};

/** Makes a screen stand still: letters there, nothing busy, and every time of day the same one. */
export const standStill = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      node.nodeValue = (node.nodeValue ?? '').replace(/\b\d{2}:\d{2}(:\d{2})?\b/g, '09:41');
  });
};

/**
 * What is wrong with a screen that stands still, undefined: it looks as it is kept. With PICTURES=accept in the
 * environment it is kept as it looks now.
 */
export const changedPicture = async (
  page: Page,
  name: string,
  tolerance: Tolerance,
): Promise<string | undefined> => {
  const actual = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  const file = join(kept, `${name}.png`);
  if (process.env['PICTURES'] === 'accept') {
    await mkdir(kept, { recursive: true });
    await writeFile(file, actual);
    return undefined;
  }
  const before = await readFile(file).catch(() => undefined);
  if (before === undefined) return `There is no picture ${file}. To take it: ${accept}`;
  const { share, difference } = compared(PNG.sync.read(before), PNG.sync.read(actual), tolerance);
  if (share <= tolerance.share) return undefined;
  await mkdir(differences, { recursive: true });
  const place = join(differences, name);
  await writeFile(`${place}.actual.png`, actual);
  await writeFile(`${place}.difference.png`, PNG.sync.write(difference));
  const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;
  return `${name}: ${percent(share)} of its pixels differ, ${percent(tolerance.share)} may. See ${place}.actual.png and .difference.png. To accept all pictures as they are now: ${accept}`;
};
