/** A quarter as people drive it: heads hand in, somebody else decides, everybody reads. */
import { problem } from './bodies.ts';
import { type Company, quarter } from './company.ts';

/** The service department’s quarter, as the parameters of its routes. */
export const service = { id: 'service', quarter };

/** The refusal of what is not possible as things stand. */
export const conflict = (detail: string) =>
  problem('conflict', 409, 'Not possible in the present state', detail);

/** The calls of that quarter, hans handing in, on the company that the test has at that moment. */
export const serviceQuarter = (company: () => Company) => ({
  /** Hands in over the version that was seen; 0: nothing was. */
  submit: (readings: object[], version = 0, more: object = {}) =>
    company().call('submitQuarter', {
      as: 'hans',
      params: service,
      body: { readings, ...more },
      headers: version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
    }),
  decide: (operation: 'acceptSubmission' | 'returnSubmission', as: string, version = 1) =>
    company().call(operation, {
      as,
      params: service,
      body: operation === 'returnSubmission' ? { comment: 'Look at the second figure again.' } : {},
      headers: { 'if-match': `"${version}"` },
    }),
  sheet: async (as: string, params: Record<string, string> = service) =>
    (await company().done('getQuarterSheet', { as, params })).body,
});

/** Both departments hand in their first figure of the quarter. */
export const bothSubmit = async (company: Company): Promise<void> => {
  for (const [as, id, kpi] of [
    ['hans', 'service', 'first-contact'],
    ['otto', 'operations', 'dispatch-time'],
  ] as const)
    await company.done('submitQuarter', {
      as,
      params: { id, quarter },
      body: { readings: [{ kpi, actual: '0.7' }] },
    });
};
