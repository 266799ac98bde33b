// What the board pack is written with: the formats of a place, and the words and sentences of a language.
import { type Formats, formatsOf, type Place } from '../format/formats.ts';
import { type Sentences, sentences } from '../words/sentences.ts';
import { type PaperWords, paperWords } from './words.ts';

/** The words that the pack needs of a language. */
export interface PaperLanguage {
  /** The language's tag, such as `de`. */
  readonly tag: string;
  readonly paper: PaperWords;
  readonly sentences: Sentences;
}

/** English, always at hand. */
export const onEnglishPaper: PaperLanguage = { tag: 'en', paper: paperWords, sentences };

/** Formats and words in one hand. */
export interface Pen extends Formats {
  readonly tag: string;
  readonly w: PaperWords['text'];
  readonly words: PaperWords;
  readonly sentences: Sentences;
}

/** The pen for a place and a language. */
export const penOf = (place: Place, { tag, paper, sentences }: PaperLanguage = onEnglishPaper): Pen => ({
  ...formatsOf(place, paper.units),
  tag,
  w: paper.text,
  words: paper,
  sentences,
});
