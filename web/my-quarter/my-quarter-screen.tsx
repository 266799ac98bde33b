// My quarter: a head fills in the department's figures beside last quarter's, sees at once what the board will see,
// and submits. Nothing typed is lost.
import { useParams } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer } from '../data/answers.ts';
import { Gate } from '../parts/gate.tsx';
import { Loading } from '../parts/loading.tsx';
import './my-quarter.css';
import { Sheet } from './sheet.tsx';

/** The sheet of the department and quarter in the address; always read afresh, since others write on it too. */
export const MyQuarterScreen = () => {
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const sheet = useAnswer('getQuarterSheet', { params: { id, quarter } }, { fresh: true });
  if (sheet.data !== undefined && !sheet.isFetchedAfterMount) return <Loading />;
  return <Gate answer={sheet}>{(found) => <Sheet key={`${id}|${quarter}`} sheet={found} />}</Gate>;
};
