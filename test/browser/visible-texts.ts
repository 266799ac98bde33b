// Every text that a person can see, hear or hover on a screen, and what of it comes from no language file.
import type { Page } from 'playwright-core';

/** A text and where it was met, such as `button[aria-label]`. */
export interface Met {
  readonly where: string;
  readonly text: string;
}

/** All texts of a screen: what is drawn, what only readers of screens hear, titles, placeholders, the document's title. */
export const textsOf = (page: Page): Promise<Met[]> =>
  page.evaluate(() => {
    const met: { where: string; text: string }[] = [{ where: 'title', text: document.title }];
    const said = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title'];
    const pathOf = (element: Element): string =>
      [element.parentElement?.parentElement, element.parentElement, element]
        .map((one) => `${one?.tagName.toLowerCase() ?? ''}.${one?.getAttribute('class') ?? ''}`)
        .join(' > ');
    for (const element of document.querySelectorAll('body, body *')) {
      if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue;
      // What stays in another language says so; so do inputs that measure others for the layout.
      if (element !== document.body && element.closest('body [lang], textarea[aria-hidden]') !== null)
        continue;
      if (element.tagName === 'text') continue;
      for (const name of [...said, 'placeholder', 'alt']) {
        const text = element.getAttribute(name);
        if (text !== null) met.push({ where: `${pathOf(element)}[${name}]`, text });
      }
      // A drawing breaks its labels into lines, so they are read together.
      const lines = [...element.children].filter((child) => child.tagName === 'text');
      if (lines.length > 0)
        met.push({ where: pathOf(element), text: lines.map((one) => one.textContent).join(' ') });
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
          met.push({ where: pathOf(element), text: node.textContent });
    }
    return met;
  });

const months = Array.from({ length: 12 }, (_, i) =>
  new Intl.DateTimeFormat('de-DE', { month: 'long' }).format(new Date(2026, i, 1)),
);
const days = Array.from({ length: 7 }, (_, i) =>
  new Intl.DateTimeFormat('de-DE', { weekday: 'long' }).format(new Date(2026, 0, 4 + i)),
);
const unitNames = ['second', 'minute', 'hour', 'day'].flatMap((unit) =>
  [1, 2].map(
    (n) =>
      new Intl.NumberFormat('de-DE', { style: 'unit', unit, unitDisplay: 'short' })
        .formatToParts(n)
        .find(({ type }) => type === 'unit')?.value ?? '',
  ),
);
/** What the browser itself writes in the locale. */
const ofTheLocale = new Set([...months, ...days, ...unitNames]);

const inner = /⟦[^⟦⟧]*⟧|«[^«»]*»/;

/** What is left of a text without what is marked; a text that was cut ends in an ellipsis. */
export const unmarkedIn = (text: string): string => {
  let left = text;
  while (inner.test(left)) left = left.replace(inner, ' ');
  return left.replace(/[⟦«][^⟦⟧«»]*…/gu, ' ').trim();
};

/** What of the texts comes neither from a language file nor from data; `isData` knows ids and the like. */
export const strayIn = (texts: readonly Met[], isData: (text: string) => boolean): string[] => [
  ...new Set(
    texts.flatMap(({ where, text }) => {
      const left = unmarkedIn(text);
      const stray = left
        .split(/[\s,;:·()/]+/)
        .filter((word) => /\p{L}/u.test(word) && !ofTheLocale.has(word));
      return stray.length === 0 || isData(left) ? [] : [`${left.slice(0, 120)} ⟵ ${where}`];
    }),
  ),
];
