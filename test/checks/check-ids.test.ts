/** The list of names is the catalogue’s. */
import { expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { checkIds } from '../../shared/checks/check-ids.ts';

it('names every check, and no other', () => {
  expect([...checkIds]).toEqual(catalogue.map(({ meta }) => meta.id));
});
