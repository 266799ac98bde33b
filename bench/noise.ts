/**
 * Noise is a defect: what the checks say of healthy companies. Prints the false alarms of each check, those that are
 * off by default included; ends with 1 above three errors in a hundred KPIs. `node bench/noise.ts [companies]`.
 */
import { catalogue } from '../shared/checks/catalogue.ts';
import { measureNoise, mostAlarms, mostErrors, mostPerJudged, type NoiseRow } from './noise-rows.ts';

const companies = Number(process.argv[2] ?? 60);
const { kpis, rows, errors } = measureNoise(companies);

const verdictOf = (row: NoiseRow): string => {
  const isOff = catalogue.find(({ meta }) => meta.id === row.check)?.meta.onByDefault === false;
  if (row.judged === 0) return 'was not asked';
  if (row.isQuiet) return isOff ? 'quiet enough to be switched on' : 'quiet';
  return isOff ? 'stays off' : 'loud';
};

console.log(`${companies} healthy companies, ${kpis} KPIs; alarms per 100 KPIs`);
console.table(
  Object.fromEntries(
    rows.map((row) => [
      row.check,
      {
        judged: row.judged,
        error: row.error.toFixed(2),
        warning: row.warning.toFixed(2),
        note: row.note.toFixed(2),
        'per 100 judged': row.perJudged.toFixed(1),
        says: verdictOf(row),
      },
    ]),
  ),
);
console.log(
  `errors of the checks that are on: ${errors.toFixed(2)} per 100 KPIs, at most ${mostErrors}; ` +
    `a check is quiet with at most ${mostAlarms} alarms per 100 KPIs and ${mostPerJudged} per 100 subjects judged`,
);
process.exitCode = errors <= mostErrors ? 0 : 1;
