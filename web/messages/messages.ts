// What a language must say: the English file is the model, and another language is one more file of the same shape.

import type { Said } from '../../shared/format/say.ts';
import type { en } from './en.ts';

/** All texts of the page in one language. */
export type Messages = Said<typeof en>;
