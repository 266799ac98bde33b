/**
 * How long it takes to put a week's digests into words: 50 departments, each with its head, and five executives, on the
 * report of 50 departments and 30 outcomes with 20 findings a department. Prints the runs and their median;
 * `node bench/mail-run.ts`.
 */
import type { Member } from '../shared/domain/member.ts';
import { type DigestFacts, type DigestLine, digestFor } from '../shared/mail/digest.ts';
import { voiceOf } from '../shared/mail/voice.ts';
import { bigReport } from '../test/paper/report-on-paper.ts';

const runs = 5;
const goal = 2000;
const executives = 5;
const findingsEach = 20;

const report = bigReport();
const [sample] = report.decisions;
if (sample === undefined) throw new Error('The report has no finding to make others of.');

const lines = report.departments.flatMap(({ id }, d) =>
  Array.from(
    { length: findingsEach },
    (_, i): DigestLine => ({
      ...sample,
      department: id,
      fingerprint: (d * findingsEach + i).toString(16).padStart(32, '0'),
    }),
  ),
);
const facts: DigestFacts = {
  report,
  lines,
  asked: [],
  seals: [],
  commentary: [],
  unheard: [],
  names: new Map(),
  today: '2026-07-20',
  running: '2026-Q3',
  escalationDays: 30,
  pageUrl: 'https://page.example',
};
type Reader = Pick<Member, 'id' | 'name' | 'roles' | 'heads'>;
const readers = [
  ...report.departments.map(
    ({ id, name }): Reader => ({ id, name, roles: ['department-head'], heads: [id] }),
  ),
  ...Array.from(
    { length: executives },
    (_, i): Reader => ({
      id: `e${i}`,
      name: `Executive ${i}`,
      roles: ['executive'],
      heads: [],
    }),
  ),
];
const { timeZone, fiscalStart } = report.calendar;
const telling = { told: new Set<string>(), isFirst: true, stop: 'https://page.example/stop' };

/** Renders all digests; returns milliseconds, and bytes of the largest. */
const render = (): { readonly ms: number; readonly largest: number } => {
  const start = performance.now();
  const sizes = readers.map((reader) => {
    const voice = voiceOf({ locale: 'en-GB', timeZone, fiscalStart });
    const letter = digestFor(reader, facts, telling, voice);
    if (letter === undefined) throw new Error(`${reader.id} gets no digest.`);
    return letter.html.length + letter.text.length;
  });
  return { ms: performance.now() - start, largest: Math.max(...sizes) };
};

const done = Array.from({ length: runs }, render);
const sorted = done.map(({ ms }) => ms).toSorted((a, b) => a - b);
const median = sorted[Math.floor(runs / 2)] ?? Number.NaN;
console.log(
  `${readers.length} digests about ${lines.length} findings, ms: ${done.map(({ ms }) => ms.toFixed(0)).join(', ')}; the largest is ${((done[0]?.largest ?? 0) / 1000).toFixed(0)} KB`,
);
console.log(`median ${median.toFixed(0)} ms, goal at most ${goal} ms: ${median <= goal ? 'kept' : 'missed'}`);
