// Conditions keep a message id and its data; the sentence is made when somebody reads it.
import type { Condition } from '../domain/finding.ts';
import { checkOf } from './catalogue.ts';

/** Fills `{name}` in a text from data; an unknown name stays visible. */
export const fill = (text: string, data: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));

/** The sentence that a condition says. */
export const messageOf = ({ check, message, data }: Pick<Condition, 'check' | 'message' | 'data'>): string =>
  fill(checkOf(check)?.meta.messages[message] ?? `${check}: ${message}`, data);

/** The sentence that says what clears it. */
export const remedyOf = (check: string): string => checkOf(check)?.meta.remedy ?? '';
