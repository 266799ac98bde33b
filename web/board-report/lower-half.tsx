// What stands below the first screen of the board report: the maps, what was redefined, the questions, the departments.
// It is fetched after the answer stands, so that nobody waits for it.
import { lazy, Suspense } from 'react';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { Loading } from '../parts/loading.tsx';
import { Changes } from './changes.tsx';
import { Commentary } from './commentary.tsx';
import { Departments } from './departments.tsx';
import { Heat } from './heat.tsx';
import { ImpactByDepartment } from './impact.tsx';
import { Questions } from './questions.tsx';
import { Since } from './since.tsx';

const MapSection = lazy(async () => ({ default: (await import('./map-section.tsx')).MapSection }));

/** The lower half of a report. */
export const LowerHalf = ({ report }: { report: BoardReport }) => (
  <>
    <div className={report.completeness.complete ? 'figures' : 'figures provisional'}>
      <Heat report={report} />
      {report.map !== undefined && (
        <Suspense fallback={<Loading />}>
          <MapSection report={report} />
        </Suspense>
      )}
    </div>
    <Since quarter={report.quarter} />
    <Commentary report={report} />
    <Changes report={report} />
    <div className="halves">
      <Questions report={report} />
      <ImpactByDepartment report={report} />
    </div>
    <Departments report={report} />
  </>
);
