// The addresses of the page. Each screen is a chunk of its own, fetched when somebody goes there.
import { type ComponentType, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useWholeList } from './data/answers.ts';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { Loading } from './parts/loading.tsx';
import { useSession } from './session/session.tsx';

const screen = <M extends Record<K, ComponentType>, K extends string>(load: () => Promise<M>, name: K) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType }));

const BoardReportScreen = screen(() => import('./board-report/board-report-screen.tsx'), 'BoardReportScreen');
const DepartmentReportScreen = screen(
  () => import('./department-report/department-report-screen.tsx'),
  'DepartmentReportScreen',
);
const OutcomeReportScreen = screen(
  () => import('./outcome-report/outcome-report-screen.tsx'),
  'OutcomeReportScreen',
);
const JourneyScreen = screen(() => import('./journey/journey-screen.tsx'), 'JourneyScreen');
const FindingsScreen = screen(() => import('./findings/findings-screen.tsx'), 'FindingsScreen');
const FindingScreen = screen(() => import('./findings/finding-screen.tsx'), 'FindingScreen');
const MyQuarterScreen = screen(() => import('./my-quarter/my-quarter-screen.tsx'), 'MyQuarterScreen');
const TargetsScreen = screen(() => import('./my-quarter/targets-screen.tsx'), 'TargetsScreen');
const ReceiptScreen = screen(() => import('./my-quarter/receipt-screen.tsx'), 'ReceiptScreen');
const ChecksScreen = screen(() => import('./checks/checks-screen.tsx'), 'ChecksScreen');
const CheckScreen = screen(() => import('./checks/check-screen.tsx'), 'CheckScreen');
const AuditScreen = screen(() => import('./audit/audit-screen.tsx'), 'AuditScreen');
const SetUpScreen = screen(() => import('./set-up/set-up-screen.tsx'), 'SetUpScreen');
const DefinitionScreen = screen(() => import('./set-up/definition-screen.tsx'), 'DefinitionScreen');
const OrganisationScreen = screen(() => import('./set-up/organisation-screen.tsx'), 'OrganisationScreen');
const PolicyScreen = screen(() => import('./set-up/policy-screen.tsx'), 'PolicyScreen');
const ImportScreen = screen(() => import('./import/import-screen.tsx'), 'ImportScreen');
const ImportResultScreen = screen(() => import('./import/import-result-screen.tsx'), 'ImportResultScreen');
const ActionsScreen = screen(() => import('./decisions/actions-screen.tsx'), 'ActionsScreen');
const MailScreen = screen(() => import('./decisions/mail-screen.tsx'), 'MailScreen');
const LibraryScreen = screen(() => import('./library/library-screen.tsx'), 'LibraryScreen');
const ApiScreen = screen(() => import('./api/api-screen.tsx'), 'ApiScreen');
const FirstStepsScreen = screen(() => import('./first-steps/first-steps-screen.tsx'), 'FirstStepsScreen');

/** A head comes home to the own quarter, the analyst of an empty organisation to the first steps, others to the board. */
const Home = () => {
  const { livesInOwnQuarter, headed, ownQuarter, me } = useSession();
  const [department] = headed;
  const isAnalyst = me.member.roles.includes('analyst');
  const departments = useWholeList('listDepartments', { enabled: isAnalyst });
  if (livesInOwnQuarter && department !== undefined)
    return <Navigate to={`/departments/${department}/quarters/${ownQuarter}`} replace />;
  if (isAnalyst && departments.isPending) return <Loading />;
  if (departments.data?.length === 0) return <Navigate to="/first-steps" replace />;
  return <Navigate to={`/report/${me.calendar.reportingQuarter}`} replace />;
};

/** Every address and its screen. */
export const Screens = () => (
  <Routes>
    <Route element={<Frame />}>
      <Route index element={<Home />} />
      <Route path="report/:quarter" element={<BoardReportScreen />} />
      <Route path="report/:quarter/departments/:id" element={<DepartmentReportScreen />} />
      <Route path="report/:quarter/outcomes/:id" element={<OutcomeReportScreen />} />
      <Route path="report/:quarter/journeys/:id" element={<JourneyScreen />} />
      <Route path="findings" element={<FindingsScreen />} />
      <Route path="findings/:fingerprint" element={<FindingScreen />} />
      <Route path="departments/:id/quarters/:quarter" element={<MyQuarterScreen />} />
      <Route path="departments/:id/quarters/:quarter/targets" element={<TargetsScreen />} />
      <Route path="departments/:id/quarters/:quarter/receipt" element={<ReceiptScreen />} />
      <Route path="checks" element={<ChecksScreen />} />
      <Route path="checks/:id" element={<CheckScreen />} />
      <Route path="audit" element={<AuditScreen />} />
      <Route path="actions" element={<ActionsScreen />} />
      <Route path="mail-preferences" element={<MailScreen />} />
      <Route path="library" element={<LibraryScreen />} />
      <Route path="api" element={<ApiScreen />} />
      <Route path="first-steps" element={<FirstStepsScreen />} />
      <Route path="import" element={<ImportScreen />} />
      <Route path="import/:id" element={<ImportResultScreen />} />
      <Route path="set-up/organisation" element={<OrganisationScreen />} />
      <Route path="set-up/policy" element={<PolicyScreen />} />
      <Route path="set-up/:kind/:id" element={<DefinitionScreen />} />
      <Route path="set-up/:kind" element={<SetUpScreen />} />
      <Route path="*" element={<NotFound />} />
    </Route>
  </Routes>
);
