// Counterparts that the wording and the shared outcomes propose, one click from being linked. The library that knows
// comes as a chunk of its own, when a KPI without a counterpart is opened.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { activeIn } from '../../shared/domain/active.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useWholeList } from '../data/answers.ts';
import { useWords } from '../session/session.tsx';
import type { StoredKpi } from './kpi-fields.ts';

const mostShown = 3;

const journeyOf = ({ clock }: StoredKpi) =>
  clock === undefined || clock === 'on-no-journey' ? {} : { journey: clock.journey };
const outcomesOf = ({ contributions }: StoredKpi) => contributions.map(({ outcome }) => outcome);

const proposed = async (kpi: StoredKpi, others: readonly StoredKpi[], quarter: Quarter) => {
  const { suggest } = await import('../../shared/library/suggest.ts');
  const { id, name, definition, touchpoints } = kpi;
  const own = others
    .filter((one) => one.id !== id)
    .map((one) => ({
      id: one.id,
      name: one.name,
      definition: one.definition,
      outcomes: outcomesOf(one),
      touchpoints: one.touchpoints,
      ...journeyOf(one),
      live: activeIn(one, quarter),
      perspective: one.perspective,
    }));
  const seeking = { id, name, definition, touchpoints, outcomes: outcomesOf(kpi), ...journeyOf(kpi) };
  const linked = new Set(kpi.counterparts.map((link) => link.kpi));
  return suggest(seeking, own)
    .filter((one) => one.kpi === undefined || !linked.has(one.kpi))
    .slice(0, mostShown);
};

/** Up to three proposals; `onLink`: one of the organisation's own is taken. */
export const Proposals = (props: { kpi: StoredKpi; quarter: Quarter; onLink: (id: string) => void }) => {
  const { m, f } = useWords();
  const { kpi, quarter, onLink } = props;
  const others = useWholeList('listKpis').data;
  const answer = useQuery({
    queryKey: ['proposals', kpi.id, kpi.version],
    queryFn: () => proposed(kpi, others ?? [], quarter),
    enabled: others !== undefined,
  });
  const found = answer.data ?? [];
  const own = found.filter((one) => one.kpi !== undefined);
  const unlinked = kpi.counterparts.length === 0;
  const shown = own.length > 0 || !unlinked ? own : found.filter(({ entry }) => entry !== undefined);
  if (shown.length === 0) return null;
  return (
    <div>
      <h3>{own.length > 0 ? m.myQuarter.proposals : m.myQuarter.proposalsNone}</h3>
      <ul className="proposals">
        {shown.map(({ kpi: id, entry, name, why, score }) => {
          return (
            <li key={id ?? entry}>
              <span {...(id === undefined ? { lang: 'en' } : {})}>{name}</span>
              {id === undefined ? (
                <Link to={`/library?entry=${entry}`}>{m.myQuarter.inLibrary}</Link>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${m.myQuarter.link}: ${name}`}
                  onClick={() => onLink(id)}
                >
                  {m.myQuarter.link}
                </Button>
              )}
              <span className="quiet">
                {f.say(m.wording.fits, { score: f.share(score) })}: <span lang="en">{why}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
