// What a reorganisation would change or has changed: how many of each kind, the first ones by name, and what would
// hang in the air.
import { Link } from 'react-router';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import type { Reorganised } from './questions.ts';

const mostShown = 12;
type Item = Reorganised['items'][number];

const Changed = ({ item }: { item: Item }) => {
  const { m, f } = useWords();
  const names: Readonly<Record<string, string>> = m.reorganise.fields;
  const fields = item.fields.flatMap(({ field }) => names[field] ?? []);
  const what = item.change === 'created' ? [m.reorganise.isNew] : fields;
  const only = item.fields.find(({ field }) => field === 'name');
  return (
    <li>
      {m.import.kind[item.kind]} “{item.name}”{what.length > 0 && `: ${what.join(', ')}`}
      {item.change === 'changed' && only?.from !== undefined && (
        <span className="quiet">
          {' '}
          ({f.say(m.import.fieldWas, { field: names['name'] ?? '', from: only.from, to: only.to ?? '' })})
        </span>
      )}
    </li>
  );
};

/** The sentence that counts what changes, and the list. */
export const WhatChanges = ({ answer }: { answer: Reorganised }) => {
  const { m, f } = useWords();
  const words = m.reorganise;
  const { items, total } = answer;
  if (total === 0) return <p>{words.none}</p>;
  const counts = [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, list]) =>
    f.say(words.kinds[kind], { n: list.length }),
  );
  return (
    <>
      <p role="status">
        <strong>{f.say(words.shown, { n: total })}</strong> {counts.join(', ')}
      </p>
      <ul className="changes">
        {items.slice(0, mostShown).map((item) => (
          <Changed key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ul>
      {total > mostShown && <p className="quiet">{f.say(words.more, { n: total - mostShown })}</p>}
    </>
  );
};

/** What rests on the entity that ends; nothing where nothing does. */
export const WhatRests = ({ rests }: { rests: Reorganised['rests'] }) => {
  const { m, f } = useWords();
  const words = m.setUpForm.rests;
  if (rests.total === 0) return null;
  return (
    <Notice tone="care" title={f.say(words.title, { n: rests.total })}>
      <ul>
        {rests.items.slice(0, mostShown).map(({ why, kind, id, name }) => (
          <li key={`${why} ${kind} ${id}`}>
            {name}: {words.why[why]}
          </li>
        ))}
      </ul>
      {rests.total > mostShown && <p>{f.say(words.more, { n: rests.total - mostShown })}</p>}
    </Notice>
  );
};

/** What has become of it. */
export const Done = ({ answer }: { answer: Reorganised }) => {
  const { m, f } = useWords();
  const { state, total, changeSet } = answer;
  const words = m.reorganise;
  return (
    <>
      <p role="status">{f.say(state === 'applying' ? words.applying : words.applied, { n: total })}</p>
      {changeSet !== undefined && <Link to={`/import/${changeSet}`}>{words.progress}</Link>}
    </>
  );
};
