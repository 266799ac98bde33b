// The smallest company with a story to tell: a warehouse that measures itself, a service that asks the customer.
import { Company, freshTable } from './company.ts';

/** The warehouse's own figure, linked to these counterparts. */
export const dispatchBody = (counterparts: readonly string[]) => ({
  department: 'warehouse',
  name: 'Order to dispatch',
  unit: { kind: 'duration', symbol: 'h' },
  direction: 'lower',
  perspective: 'internal-efficiency',
  owner: 'hanna',
  contributions: [{ outcome: 'on-time', effect: '+' }],
  counterparts: counterparts.map((kpi) => ({ kpi })),
});

/** The company, with nothing handed in yet. */
export const founded = async (): Promise<Company> => {
  const company = await Company.found(await freshTable());
  await company.put('department', 'warehouse', { name: 'Warehouse', function: 'operations' });
  await company.put('department', 'service', { name: 'Service', function: 'customer-service' });
  await company.put('member', 'hanna', {
    name: 'Hanna',
    email: 'hanna@example.org',
    roles: ['department-head'],
    heads: ['warehouse', 'service'],
  });
  await company.put('outcome', 'on-time', {
    statement: 'It comes on the day I was told.',
    owningDepartment: 'service',
  });
  await company.put('kpi', 'dispatch', dispatchBody([]));
  await company.put('kpi', 'promise-kept', {
    department: 'service',
    name: 'Promised day kept',
    unit: { kind: 'share', symbol: '' },
    direction: 'higher',
    perspective: 'customer-facing',
    owner: 'hanna',
    contributions: [{ outcome: 'on-time', effect: '+' }],
  });
  return company;
};
