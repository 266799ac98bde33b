// The own sheets among what was dropped, read anew with each change of a meaning, a cell or a choice.
import { useEffect, useMemo, useState } from 'react';
import type { FileLocale } from '../../shared/exchange/form.ts';
import type { OwnMeaning } from '../../shared/exchange/own-columns.ts';
import type { OwnChoices, OwnResult } from '../../shared/exchange/own-sheet.ts';
import { useWholeList } from '../data/answers.ts';
import { useSession } from '../session/session.tsx';
import { isReady, type Matched } from './matching.ts';
import type { OwnAnswer, OwnJob } from './own-sheets.worker.ts';

/** Nothing decided yet. */
export const noChoices: OwnChoices = { perspectives: {}, directions: {}, functions: {}, counterparts: {} };

/** What own sheets say; `result` is there once all of it was read. */
export const useOwnSheets = (
  matched: readonly Matched[],
  choices: OwnChoices,
  locale: FileLocale,
): { readonly result?: OwnResult; readonly failure?: string } => {
  const { me, headed } = useSession();
  const own = headed.join(' ');
  const sheets = useMemo(() => matched.filter(({ own }) => own !== undefined), [matched]);
  const asked = { enabled: sheets.length > 0 };
  const departments = useWholeList('listDepartments', asked).data;
  const outcomes = useWholeList('listOutcomes', asked).data;
  const kpis = useWholeList('listKpis', asked).data;
  const members = useWholeList('listMembers', asked).data;
  const job = useMemo((): OwnJob | undefined => {
    const all = [departments, outcomes, kpis, members];
    if (sheets.length === 0 || all.includes(undefined) || !sheets.every(isReady)) return undefined;
    return {
      sheets: sheets.map(({ source, columns, own }) => ({
        source,
        columns: columns as (OwnMeaning | undefined)[],
        department: own?.department,
      })),
      known: {
        departments: departments ?? [],
        outcomes: outcomes ?? [],
        kpis: kpis ?? [],
        members: members ?? [],
        own: own.split(' '),
        reporting: me.calendar.reportingQuarter,
        lastClosed: me.calendar.lastClosedQuarter,
      },
      choices,
      locale,
    };
  }, [sheets, departments, outcomes, kpis, members, choices, locale, own, me.calendar]);
  const [read, setRead] = useState<{ readonly job: OwnJob; readonly answer: OwnAnswer }>();
  useEffect(() => {
    if (job === undefined) return undefined;
    const worker = new Worker(new URL('./own-sheets.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<OwnAnswer>) =>
      setRead({ job, answer: event.data }),
    );
    worker.addEventListener('error', (event) => setRead({ job, answer: { failure: event.message } }));
    worker.postMessage(job);
    return () => worker.terminate();
  }, [job]);
  return job === undefined || read?.job !== job ? {} : read.answer;
};
