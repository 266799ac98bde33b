// The formats of the page: those that page and paper share, with the words of the page's language.
import { type Formats, type Place, formatsOf as withWords } from '../../shared/format/formats.ts';
import type { Messages } from '../messages/messages.ts';

export { type Formats, isQuarter, type Place, readableData } from '../../shared/format/formats.ts';

/** The formats for a place and the texts of a language. */
export const formatsOf = (place: Place, messages: Messages): Formats => withWords(place, messages.units);
