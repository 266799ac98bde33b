// Prints how well the library's reader and its proposals do on the development and the held-out set. `node bench/accuracy.ts [--wrong]`.
import { perspectives } from '../shared/domain/kpi.ts';
import { classify } from '../shared/library/classify.ts';
import { library } from '../shared/library/library.ts';
import { developmentPairs, developmentSet } from '../test/library/development-set.ts';
import { heldOutPairs, heldOutSet } from '../test/library/held-out-set.ts';
import { laterPairs, laterSets } from '../test/library/later-sets.ts';
import { accuracyOf, proposalsOf } from '../test/library/measuring.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const showWrong = process.argv.includes('--wrong');

const sets = [
  { title: 'Development set', set: developmentSet, pairs: developmentPairs },
  { title: 'Held-out set', set: heldOutSet, pairs: heldOutPairs },
  { title: 'Later sets', set: laterSets, pairs: laterPairs },
];

console.log(`Library: ${library.length} entries`);
for (const { title, set, pairs } of sets) {
  const result = accuracyOf(set);
  const proposals = proposalsOf(pairs);
  console.log(`\n${title}: ${result.size} KPIs, ${pairs.length} pairs`);
  console.log(`  four-way accuracy                      ${percent(result.fourWay)}  (goal 95 %)`);
  console.log(`  customer-facing / internal-efficiency  ${percent(result.twoWay)}  (goal 96 %)`);
  console.log(`  cannot tell                            ${percent(result.cannotTell)}  (at most 3 %)`);
  console.log(
    `  confidence 0.8 or above                ${percent(result.sure)} of all, wrong ${percent(result.wrongWhenSure)}  (at most 2 %)`,
  );
  console.log(`  right counterpart among the first 3    ${percent(proposals.found)}  (goal 80 %)`);
  console.table(Object.fromEntries(perspectives.map((label) => [label, result.confusion[label]])));
  if (showWrong) console.log([...result.wrong, ...proposals.missed].map((line) => `  ${line}`).join('\n'));
}

const times = [...developmentSet, ...heldOutSet].map(({ name }) => {
  const start = performance.now();
  classify({ name });
  return performance.now() - start;
});
times.sort((a, b) => a - b);
console.log(
  `\nOne reading: median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(3)} ms (goal below 5 ms)`,
);
