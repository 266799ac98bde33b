// A list of KPIs as a company keeps it: a title above the header, columns in words of its own, signs of currency and
// percent in the cells, owners that nobody has told the service of.
import type { SheetColumn } from '../../shared/exchange/workbook-sheet.ts';

/** A row a KPI: department, name, owner, unit, better is, target, figures of two quarters, promise, machine. */
const kpis: readonly (readonly string[])[] = [
  [
    'Workshop',
    'Defects at final inspection',
    'T. Lind',
    '%',
    'lower',
    '2%',
    '2.8%',
    '2.4%',
    'It lasts',
    'M1',
  ],
  ['', 'Machine utilisation', 'T. Lind', '%', 'higher', '82%', '79%', '80%', '', 'M1'],
  ['', 'Production lead time', 'R. Osei', 'days', 'lower', '14', '17', '16', 'It comes on the day', 'M2'],
  ['Sales', 'Revenue', 'M. Ferrari', 'EUR', 'higher', '€ 4,200,000', '3900000', '4050000', '', ''],
  ['', 'Quotes sent within a day', '', '%', 'higher', '95%', '90%', '93%', 'I get an answer', ''],
  ['Delivery', 'On-time delivery', 'K. Novak', '%', 'higher', '97%', '90%', '91%', 'It comes on the day', ''],
  ['', 'Cost per drop', 'K. Novak', 'EUR', 'lower', '€ 38.00', '€ 41.20', 'about 40', '', ''],
  ['Customer care', 'First reply time', '', 'hours', 'lower', '4', '6.5', 'n/a', 'I get an answer', ''],
  ['', 'Complaints per 1,000 orders', '', '#', 'lower', '12', '15', '14', 'It lasts', ''],
  ['Purchasing', 'Material cost against budget', 'D. Kim', '%', 'lower', '100%', '103%', '102%', '', ''],
  ['People', 'Sick leave', '', '%', 'lower', '4%', '5.2%', '4.9%', '', ''],
];
const header = [
  'Dept',
  'KPI',
  'Owner',
  'Unit',
  'Better is',
  'Target Q3',
  'Actual Q2',
  'Actual Q3',
  'Customer promise',
  'Machine no.',
];
const text = (name: string): SheetColumn => ({ name, kind: 'number', width: 16 });

/** The workbook's one sheet. */
export const ownList = {
  name: 'Tracker 2026',
  columns: ['Holm & Ash: our numbers', ...header.slice(1).map(() => '')].map(text),
  rows: [[], header, ...kpis],
};

const [departments, each, quarters] = [10, 25, 40];

/** Ten thousand rows of the long kind: one a KPI and quarter. */
export const longList = (): string => {
  const lines = ['Team;Metric;Period;Goal;Result'];
  for (let d = 1; d <= departments; d++)
    for (let k = 1; k <= each; k++)
      for (let q = 0; q < quarters; q++)
        lines.push(
          `Team ${d};Orders packed on line ${d}-${k};Q${(q % 4) + 1}/${2016 + Math.floor(q / 4)};${100 + k};${90 + ((q * 7 + k) % 30)}`,
        );
  return lines.join('\n');
};
