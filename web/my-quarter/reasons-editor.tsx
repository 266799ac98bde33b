// A score needs its why: what customers named, how often, and one of them in the own words.
import { ActionIcon, Button, Fieldset, TextInput } from '@mantine/core';
import { useWords } from '../session/session.tsx';
import type { TypedReason } from './entries.ts';

const most = 20;
const blank: TypedReason = { theme: '', count: '', quote: '' };

/** The reasons of one score; `name` is the KPI's. */
export const ReasonsEditor = (props: {
  name: string;
  reasons: readonly TypedReason[];
  writable: boolean;
  onChange: (reasons: readonly TypedReason[]) => void;
}) => {
  const { m, f } = useWords();
  const { name, reasons, writable, onChange } = props;
  const words = m.myQuarter;
  return (
    <Fieldset legend={words.reasons} className="reasons">
      <p className="quiet">{words.reasonsWhy}</p>
      <ul>
        {reasons.map((reason, i) => {
          const place = f.say(words.reasonOf, { n: i + 1, name });
          const put = (part: Partial<TypedReason>) => onChange(reasons.with(i, { ...reason, ...part }));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a reason's place is its identity while it is typed
            <li key={i}>
              <TextInput
                label={words.theme}
                aria-label={`${words.theme}, ${place}`}
                value={reason.theme}
                maxLength={120}
                readOnly={!writable}
                onChange={(event) => put({ theme: event.currentTarget.value })}
              />
              <TextInput
                label={words.count}
                aria-label={`${words.count}, ${place}`}
                inputMode="numeric"
                value={reason.count}
                maxLength={9}
                readOnly={!writable}
                onChange={(event) => put({ count: event.currentTarget.value })}
              />
              <TextInput
                label={words.quote}
                aria-label={`${words.quote}, ${place}`}
                value={reason.quote}
                maxLength={500}
                readOnly={!writable}
                onChange={(event) => put({ quote: event.currentTarget.value })}
              />
              {writable && (
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={f.say(m.form.remove, { name: place })}
                  onClick={() => onChange(reasons.toSpliced(i, 1))}
                >
                  ✕
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {writable && reasons.length < most && (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => onChange([...reasons, blank])}>
            {words.addReason}
          </Button>
        </div>
      )}
    </Fieldset>
  );
};
