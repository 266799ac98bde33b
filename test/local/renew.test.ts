import { describe, expect, it, vi } from 'vitest';
import { renewDerived } from '../../local/renew.ts';
import { rulesVersion } from '../../shared/checks/rules-version.ts';
import { derivedForm } from '../../shared/flows/derived-form.ts';
import { Company, freshTable } from '../flows/company.ts';
import { putHead } from '../functions/derived.ts';

describe('a data folder', () => {
  const now = new Date('2026-07-20T09:00:00Z');
  const renewed = async (form: string | undefined) => {
    const company = await Company.found(await freshTable());
    if (form !== undefined)
      await putHead({ table: company.table } as never, company.org, { form, rulesVersion });
    const fire = vi.fn(async () => undefined);
    const settle = vi.fn(async () => undefined);
    const did = await renewDerived({
      table: company.table,
      clock: { now: () => now },
      backend: { scheduler: { fire, stop: () => undefined }, settle },
    });
    expect(settle).toHaveBeenCalledTimes(fire.mock.calls.length);
    return { did, fired: fire.mock.calls };
  };

  it('of an earlier build is brought up to date by a tick at once', async () => {
    expect(await renewed('of an earlier build')).toEqual({ did: true, fired: [[now]] });
  });

  it('of this build is left alone, as is one where nothing was evaluated', async () => {
    expect(await renewed(derivedForm())).toEqual({ did: false, fired: [] });
    expect(await renewed(undefined)).toEqual({ did: false, fired: [] });
  });
});
