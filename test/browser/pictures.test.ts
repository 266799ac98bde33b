// The six main screens look as they are kept in `pictures`, at 1440x900, on the real local stack. The pictures are of
// the browser that comes with npm. Where CHROMIUM_PATH names another one, only place, size and colour are compared.
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { demo } from '../../examples/demo/organisation.ts';
import { changedPicture, compared, otherBrowser, sameBrowser, standStill } from './picture.ts';
import { realVisits } from './real-stack.ts';

const visits = realVisits(demo);
const tolerance = process.env['CHROMIUM_PATH'] === undefined ? sameBrowser : otherBrowser;
const executive = 'Margaret Oduya';
const report = '/report/2026-Q3';
const screens = [
  { name: 'board-report', who: executive, path: report },
  { name: 'outcome', who: executive, path: `${report}/outcomes/works-soon` },
  { name: 'journey', who: executive, path: `${report}/journeys/buying` },
  { name: 'department', who: executive, path: `${report}/departments/warehouse` },
  { name: 'findings', who: executive, path: '/findings' },
  { name: 'my-quarter', who: 'Gareth Llewellyn', path: '/departments/finance/quarters/2026-Q3' },
];

describe('the main screens', () => {
  it.each([...Map.groupBy(screens, ({ who }) => who)])(
    'look as they are kept, for %s',
    async (who, shown) => {
      const page = await visits.as(who);
      const changed: (string | undefined)[] = [];
      for (const { name, path } of shown) {
        await page.goto(visits.origin() + path);
        await page.locator('main#content h1').waitFor();
        await standStill(page);
        changed.push(await changedPicture(page, name, tolerance));
      }
      expect(changed.filter((fault) => fault !== undefined)).toEqual([]);
    },
  );
});

describe('comparing pictures', () => {
  /** A white picture with a rectangle at (100, 100). */
  const drawn = (width: number, height: number, grey: number): PNG => {
    const picture = new PNG({ width: 1440, height: 900 });
    picture.data.fill(255);
    for (let y = 100; y < 100 + height; y++)
      for (let x = 100; x < 100 + width; x++)
        picture.data.fill(grey, (y * 1440 + x) * 4, (y * 1440 + x) * 4 + 3);
    return picture;
  };
  const button = drawn(120, 36, 40);
  it.each([
    ['in the colour of a button', drawn(120, 36, 160), true, false],
    ['in the size of a panel', drawn(400, 90, 40), true, true],
    ['in nothing', drawn(120, 36, 40), false, false],
    ['in a hardly visible shade', drawn(120, 36, 44), false, false],
  ])('finds what differs %s', (_, other, inSame, inOther) => {
    const isFound = (how: typeof sameBrowser): boolean => compared(button, other, how).share > how.share;
    expect([isFound(sameBrowser), isFound(otherBrowser)]).toEqual([inSame, inOther]);
  });
});
