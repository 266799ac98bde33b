// What a language file must hold: every text of the English ones, each with its places; and that page, board pack and
// mail then say nothing in English.
import { describe, expect, it } from 'vitest';
import { languageFor, tagFor } from '../../languages/language-for.ts';
import { languages } from '../../languages/languages.ts';
import { catalogue } from '../../shared/checks/catalogue.ts';
import type { Example } from '../../shared/checks/check.ts';
import { conditionOf, evaluate } from '../../shared/checks/evaluate.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { boardPack } from '../../shared/paper/board-pack.ts';
import { english as onPage, spokenFor } from '../../web/messages/languages.ts';
import { contextOf, world } from '../checks/world.ts';
import { besideReport, bigReport } from '../paper/report-on-paper.ts';
import { gapsOf } from './gaps-of.ts';
import { english, markedLanguage } from './marked-language.ts';

const place = { locale: 'de-DE', timeZone: 'Europe/Berlin', fiscalStart: 1 };

describe('a language', () => {
  it('that is named has every English text, with its places', async () => {
    for (const [tag, load] of Object.entries(languages))
      expect([tag, gapsOf(await load(), english)]).toEqual([tag, []]);
    expect(gapsOf(markedLanguage, english)).toEqual([]);
  });

  it('that lacks a text, a place or a group is told where', () => {
    const { page } = english;
    expect(
      gapsOf(
        {
          ...english,
          page: { ...page, loading: '', pager: { ...page.pager, next: undefined }, more: 'x' },
          mail: undefined,
          sentences: {
            ...english.sentences,
            headlines: { ...english.sentences.headlines, gaps: 'No {number}' },
          },
        },
        english,
      ),
    ).toEqual([
      '/page/loading: empty',
      '/page/pager/next: missing',
      '/page/more: not among the English texts',
      '/sentences/headlines/gaps: has the places {number}, expected {gaps} {internal} {quarter}',
      '/mail: missing',
    ]);
  });

  it('is English where there is no other', async () => {
    expect(tagFor('en-US')).toBe('en');
    expect(tagFor('constructor')).toBe('en');
    expect(await languageFor('en-GB')).toBeUndefined();
    expect(spokenFor('en-GB')).toBe(onPage);
  });
});

describe('the words of evidence', () => {
  it('have every heading of a check’s table', async () => {
    const headings = new Set<string>();
    for (const check of catalogue) {
      const { examples } = (await import(`../../shared/checks/${check.meta.id}.ts`)) as {
        examples: readonly Example[];
      };
      for (const { strategy, quarter } of examples) {
        const context = contextOf({ quarter });
        for (const result of evaluate(new StrategyMap(world(strategy)), context, [check]))
          for (const column of conditionOf(result, context)?.evidence.columns ?? []) headings.add(column);
      }
    }
    const unknown = [...headings].filter(
      (one) => !/^\d{4}-Q\d$/.test(one) && english.sentences.evidence[one] === undefined,
    );
    expect(headings.size).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });
});

/** The English texts without places, which would be recognised wherever they stand. */
const fixedTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.includes('{')
      ? []
      : [value]
    : Object.values(value as object).flatMap(fixedTexts);

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe('in a marked language', () => {
  it('the board pack says nothing in English', () => {
    const report = bigReport();
    const { files } = boardPack(report, place, besideReport(report), { tag: 'de', ...markedLanguage });
    const data = JSON.parse(files.get('data.json') ?? '{}');
    const fixed = new Set(fixedTexts(english.paper));
    expect(data.language).toBe('de');
    expect(data.headline).toMatch(/^⟦.*⟧$/);
    expect(textsIn(data).filter((text) => fixed.has(text))).toEqual([]);
    const drawings = [...files].filter(([name]) => name.endsWith('.svg')).map(([, svg]) => svg);
    expect(drawings.length).toBeGreaterThan(4);
    for (const svg of drawings) expect(svg).toMatch(/aria-label="⟦/);
  });

  it('mail speaks it', () => {
    const voice = voiceOf(place, { tag: 'de', ...markedLanguage });
    expect(voice.remedy('missing-counterpart')).toMatch(/^⟦.*⟧$/);
    expect(voice.list(['A', 'B', 'C'])).toBe('A, B und C');
  });
});
