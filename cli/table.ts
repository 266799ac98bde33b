// A report for people at a terminal: what fails, worst first, with what clears it; then the numbers.
import type { CheckReport, PrintedResult } from './check.ts';

const order = { error: 0, warning: 1, note: 2 } as const;
const share = (value: number | undefined): string =>
  value === undefined ? 'nothing to judge' : `${Math.round(value * 100)} %`;

const lines = ({ level, check, subject, message, remedy, fingerprint }: PrintedResult): string[] => [
  `${(level ?? '').padEnd(8)}${check}  ${subject.ids.join(' + ')}  [${fingerprint.slice(0, 8)}]`,
  `        ${message}`,
  `        ${remedy}`,
];

/** The report as text. */
export const tableOf = ({ organisation, quarter, summary, scores, results }: CheckReport): string => {
  const failed = results
    .filter((one) => one.verdict === 'fail')
    .sort((a, b) => order[a.level ?? 'note'] - order[b.level ?? 'note']);
  const { coverage, alignment } = scores;
  return [
    `${organisation.name}, ${quarter}`,
    '',
    ...failed.flatMap((one) => [...lines(one), '']),
    `${summary.error} errors, ${summary.warning} warnings, ${summary.note} notes; ${summary.pass} hold, ${summary['cannot-tell']} cannot be told, ${summary['not-applicable']} not applicable${summary.crashed > 0 ? `, ${summary.crashed} crashed` : ''}`,
    ...(failed.length === 0
      ? []
      : ['--explain with the digits in brackets shows how one of them came about']),
    `counterpart coverage ${coverage.covered} of ${coverage.internal}; alignment ${share(alignment.share)}`,
    '',
  ].join('\n');
};
