// The six trusts. Code and name are the source's; that they form one group, what each promises its patients and who
// heads it is invented for this example. Two trusts have not linked their measures to patients yet.

export interface Trust {
  /** The source's organisation code in lower case; the id of the department. */
  readonly id: string;
  /** The source's name, in capitals and small letters. */
  readonly name: string;
  /** What the trust is called in a KPI's name. */
  readonly short: string;
  readonly charter: string;
  /** Whether this example links its KPIs to outcomes and counterparts. */
  readonly linked: boolean;
  /** Target of last-minute cancelled operations in a quarter: nine tenths of the mean of the four of 2018-19, whole. */
  readonly cancelledOperations: string;
}

export const trusts: readonly Trust[] = [
  {
    id: 'r0a',
    name: 'Manchester University NHS Foundation Trust',
    short: 'Manchester',
    charter:
      'We get people who come to us in an emergency to the right bed, and keep the dates we give for operations.',
    linked: true,
    cancelledOperations: '405',
  },
  {
    id: 'r1h',
    name: 'Barts Health NHS Trust',
    short: 'Barts',
    charter: 'Whoever needs a bed in east London gets one in time, and an operation happens on its day.',
    linked: true,
    cancelledOperations: '435',
  },
  {
    id: 'ral',
    name: 'Royal Free London NHS Foundation Trust',
    short: 'Royal Free',
    charter:
      'Patients in north London wait as short as we can make it, in an emergency and for an operation.',
    linked: false,
    cancelledOperations: '107',
  },
  {
    id: 'rbk',
    name: 'Walsall Healthcare NHS Trust',
    short: 'Walsall',
    charter: 'Our town can rely on its hospital at any hour, and on the date that it gives.',
    linked: false,
    cancelledOperations: '25',
  },
  {
    id: 'rhm',
    name: 'University Hospital Southampton NHS Foundation Trust',
    short: 'Southampton',
    charter: 'We keep beds free for those who arrive tonight, so that nobody waits for one.',
    linked: true,
    cancelledOperations: '252',
  },
  {
    id: 'rj6',
    name: 'Croydon Health Services NHS Trust',
    short: 'Croydon',
    charter:
      'People of Croydon are treated near home, without a night on a trolley and without a lost operation.',
    linked: true,
    cancelledOperations: '29',
  },
];

/** The member who heads a trust. */
export const headOf = (trust: Pick<Trust, 'id'>): string => `head-${trust.id}`;
