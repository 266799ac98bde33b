// One KPI of the sheet: last quarter's value beside this quarter's input, the unit shown, and "not measured, because"
// as an honest answer.
import { Button, Checkbox, Collapse, Textarea, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { asksReading } from '../../shared/domain/kpi-in-quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { Status } from '../../shared/domain/status.ts';
import { readTyped, textOf } from '../format/typed-value.ts';
import { StatusMark } from '../parts/marks.tsx';
import { useWords, type Words } from '../session/session.tsx';
import type { Entry, EntryFault, Row } from './entries.ts';
import { KpiSettings } from './kpi-settings.tsx';
import { ReasonsEditor } from './reasons-editor.tsx';

export interface KpiEntryProps {
  readonly row: Row;
  readonly quarter: Quarter;
  readonly entry: Entry;
  readonly fault: EntryFault | undefined;
  /** Show faults even where nobody has left the input yet. */
  readonly insisting: boolean;
  readonly status: Status;
  readonly writable: boolean;
  /** Whether the KPI's links and target are open. */
  readonly linking: boolean;
  readonly onLinking: (kpi: string, open: boolean) => void;
  readonly onChange: (kpi: string, part: Partial<Entry>) => void;
}

const faultText = (fault: EntryFault, { kpi }: Row, { m, f }: Words): string =>
  fault === 'because-needed' || fault === 'reason-incomplete' || fault === 'exceptions'
    ? { ...m.myQuarter.faults, 'because-needed': m.quarter.becauseNeeded }[fault]
    : f.say(m.quarter.faults[fault], {
        example: textOf(kpi.unit.kind === 'share' ? '0.125' : '12.5', kpi.unit, f.locale),
      });

const Last = ({ row }: { row: Row }) => {
  const { m, f } = useWords();
  const { previous, kpi } = row;
  if (previous === undefined) return <span className="quiet">{m.quarter.noLast}</span>;
  const quarter = f.quarter(previous.quarter);
  const { actual } = previous.reading;
  return (
    <span>
      {actual === undefined
        ? f.say(m.quarter.lastNotMeasured, { quarter })
        : f.say(m.quarter.last, { value: f.value(actual, kpi.unit), quarter })}
    </span>
  );
};

const Actual = (props: KpiEntryProps) => {
  const { row, quarter, entry, fault, insisting, writable, onChange } = props;
  const words = useWords();
  const { m, f } = words;
  const [left, setLeft] = useState(entry.text !== '');
  const { kpi } = row;
  const label = f.say(m.quarter.actual, { quarter: f.quarter(quarter) });
  const shownFault = fault !== undefined && (left || insisting) ? faultText(fault, row, words) : undefined;
  if (!entry.measured)
    return (
      <TextInput
        label={m.quarter.because}
        aria-label={`${m.quarter.because}: ${kpi.name}`}
        value={entry.because}
        maxLength={300}
        readOnly={!writable}
        onChange={(event) => onChange(kpi.id, { because: event.currentTarget.value })}
        onBlur={() => setLeft(true)}
        error={shownFault}
        data-entry={kpi.id}
      />
    );
  const typed = readTyped(entry.text, kpi.unit, f.locale);
  return (
    <TextInput
      label={label}
      aria-label={`${label}: ${kpi.name}`}
      inputMode="decimal"
      autoComplete="off"
      value={entry.text}
      maxLength={40}
      readOnly={!writable}
      rightSection={<span className="unit">{f.unitLabel(kpi.unit)}</span>}
      rightSectionWidth={`${Math.max(2, f.unitLabel(kpi.unit).length * 0.8 + 1.5)}ch`}
      rightSectionPointerEvents="none"
      description={
        typed.kind === 'value' && typed.grouped
          ? f.say(m.quarter.readsAs, { value: f.value(typed.decimal, kpi.unit) })
          : undefined
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(kpi.id, { text: event.currentTarget.value })}
      onBlur={() => setLeft(true)}
      error={shownFault}
      data-entry={kpi.id}
    />
  );
};

const Tool = (props: { name: string; kpi: string; expanded?: boolean; onClick: () => void }) => (
  <Button
    size="compact-xs"
    fz={13}
    variant="subtle"
    aria-label={`${props.name}: ${props.kpi}`}
    {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
    onClick={props.onClick}
  >
    {props.name}
  </Button>
);

const Entered = (props: KpiEntryProps) => {
  const { row, entry, status, quarter, writable, linking, onLinking, onChange } = props;
  const { m, f } = useWords();
  const [noting, setNoting] = useState(false);
  const [defining, setDefining] = useState(false);
  const [why, setWhy] = useState((entry.reasons ?? []).length > 0);
  const { kpi, target } = row;
  const isScore = kpi.sentiment !== undefined;
  const hasNote = noting || entry.note !== '';
  return (
    <section className="entry" aria-labelledby={`entry-${kpi.id}`}>
      <div className="entry-name">
        <h2 id={`entry-${kpi.id}`}>{kpi.name}</h2>
        <p className="quiet">
          {target === undefined
            ? m.quarter.noTarget
            : f.say(m.quarter.targetIs, { value: f.target(target, kpi.unit) })}{' '}
          · {m.direction[kpi.direction]} · {m.perspective[kpi.perspective]}
          {!asksReading(kpi, quarter) && ` · ${f.say(m.quarter.notAsked, { n: kpi.everyQuarters })}`}
        </p>
      </div>
      <div className="entry-last">
        <Last row={row} />
      </div>
      <div className={entry.measured ? 'entry-actual entry-figure' : 'entry-actual'}>
        <Actual {...props} />
      </div>
      <div className="entry-status">
        <StatusMark status={status} />
      </div>
      <div className="entry-more">
        {kpi.definition !== undefined && (
          <Tool
            name={m.quarter.definition}
            kpi={kpi.name}
            expanded={defining}
            onClick={() => setDefining(!defining)}
          />
        )}
        {writable && !hasNote && (
          <Tool name={m.quarter.addNote} kpi={kpi.name} onClick={() => setNoting(true)} />
        )}
        {isScore && entry.measured && !why && (
          <Tool
            name={m.myQuarter.reasons}
            kpi={kpi.name}
            onClick={() => {
              setWhy(true);
              if (entry.reasons === undefined && writable)
                onChange(kpi.id, { reasons: [{ theme: '', count: '', quote: '' }] });
            }}
          />
        )}
        <Tool
          name={m.quarter.links}
          kpi={kpi.name}
          expanded={linking}
          onClick={() => onLinking(kpi.id, !linking)}
        />
        <Checkbox
          size="xs"
          label={m.quarter.notMeasured}
          aria-label={`${m.quarter.notMeasured} ${kpi.name}`}
          checked={!entry.measured}
          disabled={!writable}
          onChange={(event) => onChange(kpi.id, { measured: !event.currentTarget.checked })}
        />
      </div>
      {defining && <p className="entry-wide quiet">{kpi.definition}</p>}
      {hasNote && (
        <Textarea
          className="entry-wide"
          label={m.quarter.note}
          aria-label={`${m.quarter.note}: ${kpi.name}`}
          value={entry.note}
          maxLength={500}
          autosize
          readOnly={!writable}
          onChange={(event) => onChange(kpi.id, { note: event.currentTarget.value })}
        />
      )}
      {isScore && entry.measured && why && (
        <div className="entry-wide">
          <ReasonsEditor
            name={kpi.name}
            reasons={entry.reasons ?? []}
            writable={writable}
            onChange={(reasons) => onChange(kpi.id, { reasons })}
          />
        </div>
      )}
      {kpi.roomToAct === true && entry.measured && (
        <TextInput
          className="entry-wide"
          maw={320}
          label={m.myQuarter.exceptions}
          aria-label={`${m.myQuarter.exceptions}: ${kpi.name}`}
          inputMode="numeric"
          maxLength={9}
          value={entry.exceptions ?? ''}
          readOnly={!writable}
          onChange={(event) => onChange(kpi.id, { exceptions: event.currentTarget.value })}
        />
      )}
      <Collapse expanded={linking} className="entry-wide" id={`links-${kpi.id}`} tabIndex={-1}>
        {linking && <KpiSettings row={row} quarter={quarter} writable={writable} />}
      </Collapse>
    </section>
  );
};

/** A row of the sheet; drawn again only when something of its own changes. */
export const KpiEntry = memo(Entered);
