// A finding's sentence where a report holds only its message and data.
import type { FindingLine } from '../../shared/report/finding-line.ts';
import { type Formats, readableData } from '../format/formats.ts';

/** The sentence of a finding, with numbers and quarters as the member reads them. */
export const findingText = (
  { check, message, data }: Pick<FindingLine, 'check' | 'message' | 'data'>,
  f: Formats,
): string => f.say(f.sentences.findings[check]?.[message] ?? `${check}: ${message}`, readableData(data, f));
