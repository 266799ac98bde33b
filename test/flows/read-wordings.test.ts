// Beside each KPI stands what its wording reads as; the evaluation follows it, and a new wording is read anew.
import { describe, expect, it } from 'vitest';
import { proveEvaluated } from '../../shared/flows/nightly.ts';
import { type Reader, readWordings } from '../../shared/flows/read-wordings.ts';
import { readWording } from '../../shared/library/read-wording.ts';
import { unresolvedLines } from '../../shared/table/finding-lists.ts';
import { allFindings } from '../../shared/table/findings.ts';
import { allPerspectiveReadings, putPerspective } from '../../shared/table/perspective-readings.ts';
import type { Company } from './company.ts';
import { dispatchBody, founded } from './company-story.ts';

const settled = { staleSheets: [], wrongFindings: [] };
const doubtful = async (company: Company) =>
  (await unresolvedLines(company.table, company.org))
    .filter(({ check }) => check === 'doubtful-perspective')
    .map(({ subject }) => subject.ids[0]);
/** What the stream does after a KPI was written. */
const read = async (company: Company, id: string, reader: Reader = readWording) => {
  await readWordings(company.table, company.org, [id], reader);
  await company.evaluate([{ kind: 'kpi', id }]);
};
const asked = { ...dispatchBody([]), name: 'Customer satisfaction with delivery' };

describe('the wording of a KPI', () => {
  it('is doubted where it says another perspective, until it is worded otherwise', async () => {
    const company = await founded();
    await company.put('kpi', 'dispatch', asked);
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    expect(await doubtful(company)).toEqual([]);
    await read(company, 'dispatch');
    expect(await doubtful(company)).toEqual(['dispatch']);
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);

    await company.put('kpi', 'dispatch', dispatchBody([]));
    await company.evaluate();
    await read(company, 'dispatch');
    expect(await doubtful(company)).toEqual([]);
    const [life] = (await allFindings(company.table, company.org))
      .filter(({ finding }) => finding.condition.check === 'doubtful-perspective')
      .map(({ finding }) => finding.life);
    expect(life).toMatchObject({ state: 'resolved', firstSeen: { quarter: '2026-Q2' } });
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);
  });

  it('is read once, and again only when it changes', async () => {
    const company = await founded();
    let reads = 0;
    const counting: Reader = (kpi) => {
      reads += 1;
      return readWording(kpi);
    };
    const again = () => readWordings(company.table, company.org, ['dispatch', 'nobody'], counting);
    await again();
    await again();
    await company.put('kpi', 'dispatch', { ...dispatchBody([]), owner: 'hanna' });
    await again();
    expect(reads).toBe(1);
    await company.put('kpi', 'dispatch', { ...dispatchBody([]), definition: 'From the order to the ramp.' });
    await again();
    expect(reads).toBe(2);
    expect([...(await allPerspectiveReadings(company.table, company.org)).keys()]).toEqual(['dispatch']);
  });

  it('keeps the reading of the later version, whoever comes last', async () => {
    const company = await founded();
    const reading = (wording: string) => ({
      perspective: 'employee' as const,
      confidence: 0.9,
      reasons: [],
      wording,
    });
    await putPerspective(company.table, company.org, { id: 'dispatch', version: 2 }, reading('new'));
    await putPerspective(company.table, company.org, { id: 'dispatch', version: 1 }, reading('old'));
    const kept = await allPerspectiveReadings(company.table, company.org);
    expect(kept.get('dispatch')?.wording).toBe('new');
  });
});
