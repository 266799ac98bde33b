// Whole reports of the examples, a result a line, so that every change of what is judged shows in a review.
// `npx vitest run test/cli/golden.test.ts -u` writes them anew.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAll, judgeable } from '../../cli/check.ts';
import { openDataset } from '../../cli/dataset-files.ts';

const lines = async (example: string): Promise<string> => {
  const { dataset } = await openDataset(join(import.meta.dirname, '..', '..', 'examples', example), 'en');
  if (dataset.asOf === undefined) throw new Error(`${example} does not say as of when it is judged`);
  const { results, ...report } = checkAll(judgeable(dataset, dataset.asOf));
  return `${[report, ...results].map((one) => JSON.stringify(one)).join('\n')}\n`;
};

describe('check', () => {
  it.each(['nhs', 'demo', 'empty'])('says of the example %s what it said before', async (example) => {
    await expect(await lines(example)).toMatchFileSnapshot(`golden/${example}.jsonl`);
  });

  it('says the same of the same input, to the byte', async () => {
    expect(await lines('nhs')).toBe(await lines('nhs'));
  });
});
