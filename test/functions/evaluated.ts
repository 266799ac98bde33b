/** What stream and clock do behind the API, called by hand. */
import { evaluateOrganisation } from '../../shared/flows/evaluate.ts';
import { proveEvaluated, runNightly } from '../../shared/flows/nightly.ts';
import { acme, type Company } from './company.ts';

const depsOf = ({ fresh }: Company, at: string) => ({
  table: fresh.table,
  machineNow: () => Date.parse(at),
  log: () => undefined,
});

/** What the stream does after writes, all sources read again; begins where nothing was evaluated yet. */
export const evaluateNow = (company: Company, at: string): Promise<boolean> =>
  evaluateOrganisation(depsOf(company, at), acme, {
    hints: [{ kind: 'life' }],
    at,
    everything: true,
    begin: true,
  });

/** The nightly run at a business time. */
export const nightAt = (company: Company, at: string): Promise<void> =>
  runNightly(depsOf(company, at), acme, at);

/** What a full evaluation would change of what is stored; must be nothing. */
export const proof = (company: Company, at: string) => proveEvaluated(depsOf(company, at), acme, at);
