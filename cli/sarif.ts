// Check results as SARIF 2.1.0 (OASIS), so that the tools which show linters' findings can show these.
import { catalogue } from '../shared/checks/catalogue.ts';
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

const resultOf = (one: PrintedResult, source: string) => ({
  ruleId: one.check,
  ruleIndex: catalogue.findIndex(({ meta }) => meta.id === one.check),
  kind: kinds[one.verdict],
  level: one.verdict === 'fail' ? one.level : 'none',
  message: { text: one.message },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: source } },
      logicalLocations: one.subject.ids.map((id) => ({
        name: id,
        fullyQualifiedName: `${one.subject.kind}/${id}`,
        kind: one.subject.kind,
      })),
    },
  ],
  partialFingerprints: { 'counterpart/v1': one.fingerprint },
  properties: { reasons: one.reasons, evidence: one.evidence, remedy: one.remedy },
});

/** A report as a SARIF log; `source` is the path that was checked, as a relative URI. */
export const sarifOf = (report: CheckReport, source: string): object => ({
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
      results: report.results.map((one) => resultOf(one, encodeURI(source.replaceAll('\\', '/')))),
    },
  ],
});
