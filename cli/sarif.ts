// Check results as SARIF 2.1.0 (OASIS), so that the tools which show linters' findings can show these.
import { catalogue } from '../shared/checks/catalogue.ts';
import { type Place, type Places, placeOfSubject } from '../shared/exchange/places.ts';
import type { CheckReport, PrintedResult } from './check.ts';

const kinds = {
  pass: 'pass',
  fail: 'fail',
  'cannot-tell': 'open',
  'not-applicable': 'notApplicable',
  crashed: 'open',
} as const;

const rules = () =>
  catalogue.map(({ meta }) => ({
    id: meta.id,
    name: meta.title,
    shortDescription: { text: meta.question },
    fullDescription: { text: meta.why },
    help: { text: meta.remedy },
    defaultConfiguration: { level: meta.levels[0] ?? 'warning', enabled: meta.onByDefault ?? true },
  }));

/** The path that was checked as a relative URI. */
const uriOf = (path: string): string => encodeURI(path.replaceAll('\\', '/')).replaceAll('#', '%23');

/** The file and row of a place: a folder's own file, or the workbook that was checked; JSON has no rows. */
const physical = (source: string, place: Place | undefined) => {
  const json = /\.json$/i.test(source);
  const folder = !json && !/\.xlsx$/i.test(source);
  const path = folder && place !== undefined ? `${source.replace(/[\\/]+$/, '')}/${place.file}` : source;
  return {
    artifactLocation: { uri: uriOf(path) },
    ...(place === undefined || json ? {} : { region: { startLine: place.row } }),
  };
};

const resultOf = (one: PrintedResult, source: string, places: Places) => {
  const place = placeOfSubject(places, one.subject);
  return {
    ruleId: one.check,
    ruleIndex: catalogue.findIndex(({ meta }) => meta.id === one.check),
    kind: kinds[one.verdict],
    level: one.verdict === 'fail' ? one.level : 'none',
    message: { text: one.message },
    locations: [
      {
        physicalLocation: physical(source, place),
        logicalLocations: one.subject.ids.map((id) => ({
          name: id,
          fullyQualifiedName: `${one.subject.kind}/${id}`,
          kind: one.subject.kind,
        })),
        ...(place === undefined ? {} : { message: { text: `${place.table}, row ${place.row}` } }),
      },
    ],
    partialFingerprints: { 'counterpart/v1': one.fingerprint },
    properties: { reasons: one.reasons, evidence: one.evidence, remedy: one.remedy },
  };
};

/** A report as a SARIF log; `source` is the path that was checked, `places` say where its things stand in it. */
export const sarifOf = (report: CheckReport, source: string, places: Places): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Counterpart',
          version: report.rulesVersion,
          informationUri: 'https://counterpart.example',
          rules: rules(),
        },
      },
      automationDetails: { id: `${report.organisation.id}/${report.quarter}` },
      columnKind: 'utf16CodeUnits',
      results: report.results.map((one) => resultOf(one, source, places)),
    },
  ],
});
