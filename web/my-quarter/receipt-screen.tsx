// The receipt: what was handed in, under which reference. It comes with the submission; opened later, it shows what
// the service holds.
import { Link, useLocation, useParams } from 'react-router';
import type { Receipt } from '../../shared/api/schemas/quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { Gate } from '../parts/gate.tsx';
import { useWords } from '../session/session.tsx';

const receiptIn = (state: unknown): Receipt | undefined =>
  typeof state === 'object' && state !== null && 'receipt' in state ? (state.receipt as Receipt) : undefined;

/** The receipt of the department's quarter in the address. */
export const ReceiptScreen = () => {
  const { m, f } = useWords();
  const names = useNames();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const receipt = receiptIn(useLocation().state);
  const sheet = useAnswer('getQuarterSheet', { params: { id, quarter } }, { fresh: true });
  return (
    <Gate answer={sheet}>
      {({ department, submission }) => {
        const heading = f.say(m.receipt.heading, {
          department: department.name,
          quarter: f.quarter(quarter),
        });
        const by = receipt?.by ?? submission?.submittedBy;
        const at = receipt?.at ?? submission?.submittedAt;
        const facts: readonly (readonly [string, string | undefined])[] = [
          [m.receipt.reference, receipt?.reference],
          [m.receipt.version, String(receipt?.version ?? submission?.version ?? '')],
          [m.receipt.readings, f.number(receipt?.readings ?? submission?.readings.length ?? 0)],
          [m.receipt.at, at === undefined ? undefined : f.instant(at)],
          [m.receipt.by, by === undefined ? undefined : names.member(by)],
          [m.receipt.hash, receipt?.contentHash],
        ];
        const nothing = receipt === undefined && submission === undefined;
        return (
          <Screen
            title={m.receipt.title}
            kicker={m.receipt.title}
            heading={nothing ? m.receipt.none : heading}
          >
            {!nothing && (
              <>
                <p>{receipt === undefined ? m.receipt.noReference : m.receipt.thanks}</p>
                <dl className="receipt">
                  {facts
                    .filter(([, value]) => value !== undefined && value !== '')
                    .map(([name, value]) => (
                      <div key={name}>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                </dl>
              </>
            )}
            <p className="aside-links">
              <Link to={`/report/${quarter}/departments/${id}`}>{m.receipt.toReport}</Link>
              <Link to={`/departments/${id}/quarters/${quarter}`}>{m.receipt.toQuarter}</Link>
            </p>
          </Screen>
        );
      }}
    </Gate>
  );
};
