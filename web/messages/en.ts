// English: every text of the page, one file a room of the page. Another language is one more file of this shape.
import { enApi } from './en/api.ts';
import { enAudit } from './en/audit.ts';
import { enBoard } from './en/board.ts';
import { enReport } from './en/board-report.ts';
import { enChecks } from './en/checks.ts';
import { enDepartment, enReview } from './en/department-report.ts';
import { enErrors } from './en/errors.ts';
import { enFinding, enFindings } from './en/findings.ts';
import { enFirstSteps } from './en/first-steps.ts';
import { enFrame } from './en/frame.ts';
import { enImport } from './en/import.ts';
import { enLibrary, enWording } from './en/library.ts';
import { enMyQuarter, enQuarter, enReceipt, enTargets } from './en/my-quarter.ts';
import { enParts } from './en/parts.ts';
import { enDecisions, enRegister } from './en/register.ts';
import { enReorganise, enStatutory } from './en/reorganise.ts';
import { enSetUp } from './en/set-up.ts';
import { enForm, enSetUpForm } from './en/set-up-form.ts';
import { enSettings } from './en/settings.ts';
import { enTerms } from './en/terms.ts';

export const en = {
  ...enFrame,
  ...enParts,
  ...enTerms,
  errors: enErrors,
  report: enReport,
  board: enBoard,
  department: enDepartment,
  review: enReview,
  findings: enFindings,
  finding: enFinding,
  register: enRegister,
  decide: enDecisions,
  quarter: enQuarter,
  myQuarter: enMyQuarter,
  targets: enTargets,
  receipt: enReceipt,
  checks: enChecks,
  audit: enAudit,
  setUp: enSetUp,
  form: enForm,
  setUpForm: enSetUpForm,
  settings: enSettings,
  reorganise: enReorganise,
  statutory: enStatutory,
  firstSteps: enFirstSteps,
  library: enLibrary,
  wording: enWording,
  import: enImport,
  api: enApi,
} as const;
