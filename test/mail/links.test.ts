// Every link in a mail opens a screen: its path is one that the page knows.
import { readFileSync } from 'node:fs';
import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { allMails } from './all-mails.ts';
import { voiceIn } from './readers.ts';

const screens = readFileSync(new URL('../../web/screens.tsx', import.meta.url), 'utf8');
const paths = [...screens.matchAll(/<Route path="([^"*]+)"/g)].map(([, path]) => `/${path}`);
const linksIn = (text: string): string[] =>
  [...text.matchAll(/https:\/\/page\.example(\/[^\s"]*)/g)]
    .map(([, path]) => (path ?? '').replace(/\?.*$/, ''))
    .filter((path) => path !== '/stop');

describe('the links of a mail', () => {
  it.each(Object.entries(allMails(voiceIn())))('open a screen each: %s', (_, { text }) => {
    const links = linksIn(text);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !paths.some((path) => matchPath(path, link) !== null))).toEqual([]);
  });
});
