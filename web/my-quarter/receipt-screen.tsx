// The receipt: what was handed in, under which reference. It comes with the submission; opened later, it is made out
// again from the version that the service holds.
import { Link, useLocation, useParams } from 'react-router';
import type { Receipt } from '../../shared/api/schemas/quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { receiptWhenSubmitted } from '../../shared/domain/receipt.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { Gate } from '../parts/gate.tsx';
import { useWords } from '../session/session.tsx';
import { TargetsLink } from './targets-link.tsx';

const receiptIn = (state: unknown): Receipt | undefined =>
  typeof state === 'object' && state !== null && 'receipt' in state ? (state.receipt as Receipt) : undefined;

/** The receipt of the department's quarter in the address. */
export const ReceiptScreen = () => {
  const { m, f } = useWords();
  const names = useNames();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const handed = receiptIn(useLocation().state);
  const sheet = useAnswer('getQuarterSheet', { params: { id, quarter } }, { fresh: true });
  return (
    <Gate answer={sheet}>
      {({ department, submission }) => {
        const receipt = handed ?? (submission && receiptWhenSubmitted(submission));
        const heading = f.say(m.receipt.heading, {
          department: department.name,
          quarter: f.quarter(quarter),
        });
        const facts: readonly (readonly [string, string])[] =
          receipt === undefined
            ? []
            : [
                [m.receipt.reference, receipt.reference],
                [m.receipt.version, String(receipt.version)],
                [m.receipt.readings, f.number(receipt.readings)],
                [m.receipt.at, f.instant(receipt.at)],
                [m.receipt.by, names.member(receipt.by)],
                [m.receipt.hash, receipt.contentHash],
              ];
        return (
          <Screen
            title={m.receipt.title}
            kicker={m.receipt.title}
            heading={receipt === undefined ? m.receipt.none : heading}
          >
            {receipt !== undefined && (
              <>
                <p>{handed === undefined ? m.receipt.again : m.receipt.thanks}</p>
                <dl className="receipt">
                  {facts.map(([name, value]) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </>
            )}
            <p className="aside-links">
              <TargetsLink department={id} quarter={quarter} />
              <Link to={`/report/${quarter}/departments/${id}`}>{m.receipt.toReport}</Link>
              <Link to={`/departments/${id}/quarters/${quarter}`}>{m.receipt.toQuarter}</Link>
            </p>
          </Screen>
        );
      }}
    </Gate>
  );
};
