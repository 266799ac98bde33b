// Every route, once. Add one to its area and it exists in the gateway, the tests and the documentation; its function
// then fails to compile until somebody answers it.
import type { Route } from './route.ts';
import { actionRoutes } from './routes/actions.ts';
import { auditRoutes } from './routes/audit.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { findingRoutes } from './routes/findings.ts';
import { importRoutes } from './routes/imports.ts';
import { libraryRoutes } from './routes/library.ts';
import { paperRoutes } from './routes/paper.ts';
import { preferenceRoutes } from './routes/preferences.ts';
import { reorganiseRoutes } from './routes/reorganise.ts';
import { reportRoutes } from './routes/reports.ts';
import { sealRoutes } from './routes/seals.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { submissionRoutes } from './routes/submissions.ts';

/** Every route, area by area. */
export const routes: readonly Route[] = [
  ...catalogueRoutes,
  ...setUpRoutes,
  ...submissionRoutes,
  ...findingRoutes,
  ...actionRoutes,
  ...preferenceRoutes,
  ...reportRoutes,
  ...paperRoutes,
  ...sealRoutes,
  ...auditRoutes,
  ...importRoutes,
  ...reorganiseRoutes,
  ...libraryRoutes,
];
