// What executives' texts are about, by name: `report`, `outcome.<id>`, `finding.<fingerprint>`. Apart from the schemas, so
// that the page brings none along.
import type { Commentary } from '../domain/commentary.ts';

/** The name of what a text is about: `outcome.<id>`. */
export const aboutOutcome = (id: string): string => `outcome.${id}`;

/** The name of what a text is about: `finding.<fingerprint>`. */
export const aboutFinding = (fingerprint: string): string => `finding.${fingerprint}`;

/** What a text is about: the report as a whole, an outcome, or a finding, the latter two by id. */
export const subjectOf = ({
  about,
}: Pick<Commentary, 'about'>): { readonly kind: 'report' | 'outcome' | 'finding'; readonly id: string } => {
  const at = about.indexOf('.');
  if (at < 0) return { kind: 'report', id: '' };
  return { kind: about.startsWith('outcome') ? 'outcome' : 'finding', id: about.slice(at + 1) };
};
