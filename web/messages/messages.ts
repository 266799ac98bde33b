// What a language must say: the English file is the model, and another language is one more file of the same shape.
import type { en } from './en.ts';
import type { Text } from './say.ts';

type Said<T> = T extends string
  ? string
  : T extends { readonly one: string; readonly other: string }
    ? Text
    : { readonly [K in keyof T]: Said<T[K]> };

/** All texts of the page in one language. */
export type Messages = Said<typeof en>;
