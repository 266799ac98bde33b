// An ability that needs several departments, and one of them has nothing to show for it.
import { holderOf } from '../domain/contribution.ts';
import { isActive } from '../domain/liveness.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const incompleteCapability: Check<'capability'> = {
  meta: {
    id: 'incomplete-capability',
    group: 'links',
    anchor: 'capability',
    level: 'warning',
    levels: ['warning'],
    title: 'Incomplete capability',
    question: 'Does every department that this capability needs measure its share of it?',
    why: 'Value is built by capabilities across functions, not by titles; a capability is only as good as the department that does not take part.',
    messages: {
      incomplete:
        'Of the {needed} departments that “{capability}” needs, {missing} name it in no active KPI: {departments}.',
    },
    remedy: 'Let each department that the capability needs name it in an active KPI.',
    reads: ['departments', 'kpis'],
  },
  find: (capability, { quarter }) => {
    const needed = [
      ...new Map(
        capability.links.departments
          .filter((department) => isActive(department, quarter))
          .map((department) => [department.id, department]),
      ).values(),
    ];
    if (needed.length < 2) return notApplicable('it needs fewer than two departments');
    const kpis = capability.links.kpis.filter((kpi) => isActive(kpi, quarter));
    const taking = new Set(kpis.map((kpi) => holderOf(kpi, quarter)));
    const missing = needed.filter(({ id }) => !taking.has(id));
    if (missing.length === 0) return pass();
    return fail({
      level: 'warning',
      message: 'incomplete',
      data: {
        capability: capability.data?.name ?? '',
        needed: needed.length,
        missing: missing.length,
        departments: missing.map(({ id, data }) => data?.name ?? id).join(', '),
      },
      evidence: {
        columns: ['department', 'name', 'its KPIs that name the capability'],
        rows: needed.map(({ id, data }) => [
          id,
          data?.name ?? null,
          kpis
            .filter((kpi) => holderOf(kpi, quarter) === id)
            .map((kpi) => kpi.id)
            .join(', '),
        ]),
      },
      related: refs('department', missing),
    });
  },
};

const departments = [
  { id: 'it', name: 'IT' },
  { id: 'service', name: 'Customer service' },
];
const capabilities = [{ id: 'one-view', name: 'One view of the customer', departments: ['it', 'service'] }];
export const examples: readonly Example[] = [
  {
    title: 'Service measures it, IT does not',
    strategy: {
      departments,
      capabilities,
      kpis: [
        {
          id: 'asked-twice',
          department: 'service',
          name: 'Customers who had to say it twice',
          capability: 'one-view',
        },
      ],
    },
    subject: ['one-view'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Both have a KPI on it',
    strategy: {
      departments,
      capabilities,
      kpis: [
        {
          id: 'asked-twice',
          department: 'service',
          name: 'Customers who had to say it twice',
          capability: 'one-view',
        },
        { id: 'merged', department: 'it', name: 'Customer records without a double', capability: 'one-view' },
      ],
    },
    subject: ['one-view'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Retired departments are not needed any more. A capability that needs a single department is that department's own affair, and is not asked.`;
