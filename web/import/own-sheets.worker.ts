// Reads own sheets beside the page: the library that reads wordings is large, and ten thousand rows take their time.
import type { FileLocale } from '../../shared/exchange/form.ts';
import {
  type KnownThings,
  type OwnChoices,
  type OwnResult,
  type OwnSheet,
  type ReadWording,
  readOwnSheets,
} from '../../shared/exchange/own-sheet.ts';
import { classify } from '../../shared/library/classify.ts';
import { entryOf } from '../../shared/library/library.ts';

/** What is read, with what the organisation has and what people decided. */
export interface OwnJob {
  readonly sheets: readonly OwnSheet[];
  readonly known: KnownThings;
  readonly choices: OwnChoices;
  readonly locale: FileLocale;
}
/** What came of it. */
export type OwnAnswer = { readonly result: OwnResult } | { readonly failure: string };

const read: ReadWording = (kpi) => {
  const { perspective, reasons, entry } = classify(kpi);
  return { perspective, reasons, direction: entry === undefined ? undefined : entryOf(entry)?.direction };
};

const answer = ({ sheets, known, choices, locale }: OwnJob): OwnAnswer => {
  try {
    return { result: readOwnSheets(sheets, known, choices, read, locale) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
};

self.addEventListener('message', (event: MessageEvent<OwnJob>) => self.postMessage(answer(event.data)));
