// One question of a form as the input that fits its kind.
import { MultiSelect, NativeSelect, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { idFrom } from '../../shared/exchange/id-from.ts';
import { useWords } from '../session/session.tsx';
import {
  type ChoiceField,
  type DecimalField,
  type Draft,
  type Field,
  idsIn,
  optionsOf,
  type Typed,
  textIn,
} from './field.ts';
import { GroupInput, RowsInput } from './groups.tsx';

/** Where an input stands: beside which answers, with which faults, and how its answer changes. */
export interface Place {
  /** The path of the group that holds the answer. */
  readonly path: string;
  readonly beside: Draft;
  readonly whole: Draft;
  readonly faultAt: (path: string) => string | undefined;
  readonly readOnly: boolean;
  readonly change: (name: string, value: Typed) => void;
}
interface Props<F extends Field> {
  readonly field: F;
  readonly place: Place;
}

/** From so many choices on a list is searched, not scrolled. */
const manyChoices = 14;

const texts = ({ field, place }: Props<Field>) => ({
  label: field.label,
  description: field.help,
  error: place.faultAt(`${place.path}/${field.name}`),
  inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
  withAsterisk: field.required === true && !place.readOnly,
  readOnly: place.readOnly,
});

const Choice = ({ field, place }: Props<ChoiceField>) => {
  const { m } = useWords();
  const options = optionsOf(field.options, place.beside, place.whole);
  const value = textIn(place.beside, field.name);
  const known = value === '' || options.some((one) => one.value === value);
  const shown = known ? options : [...options, { value, label: value }];
  const none = field.none ?? m.form.choose;
  if (place.readOnly)
    return (
      <TextInput
        {...texts({ field, place })}
        value={shown.find((one) => one.value === value)?.label ?? m.form.nothing}
      />
    );
  if (shown.length >= manyChoices)
    return (
      <Select
        {...texts({ field, place })}
        data={shown.map((one) => ({ ...one }))}
        value={value === '' ? null : value}
        placeholder={none}
        searchable
        clearable={field.required !== true}
        clearButtonProps={{ 'aria-label': m.form.clear }}
        nothingFoundMessage={m.quarter.nothingFound}
        onChange={(chosen) => place.change(field.name, chosen ?? '')}
      />
    );
  return (
    <NativeSelect
      {...texts({ field, place })}
      data={[...(field.required === true && value !== '' ? [] : [{ value: '', label: none }]), ...shown]}
      value={value}
      onChange={(event) => place.change(field.name, event.currentTarget.value)}
    />
  );
};

const Decimal = ({ field, place }: Props<DecimalField>) => {
  const { f } = useWords();
  const unit = field.unit(place.beside, place.whole);
  const label = unit === undefined ? '' : f.unitLabel(unit);
  return (
    <TextInput
      {...texts({ field, place })}
      value={textIn(place.beside, field.name)}
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      rightSection={label === '' ? undefined : <span className="unit">{label}</span>}
      rightSectionWidth={`${Math.max(2, label.length + 1)}ch`}
      rightSectionPointerEvents="none"
      onChange={(event) => place.change(field.name, event.currentTarget.value)}
    />
  );
};

/** The input of a field. */
export const FieldInput = ({ field, place }: Props<Field>): ReactNode => {
  const { m } = useWords();
  if (field.asked?.(place.beside) === false) return null;
  const said = texts({ field, place });
  const type = (event: { currentTarget: { value: string } }) =>
    place.change(field.name, event.currentTarget.value);
  switch (field.kind) {
    case 'line':
    case 'email':
      return (
        <TextInput
          {...said}
          type={field.kind === 'email' ? 'email' : 'text'}
          autoComplete="off"
          maxLength={field.max}
          value={textIn(place.beside, field.name)}
          {...(field.idFrom === undefined ? {} : { placeholder: idFrom(textIn(place.beside, field.idFrom)) })}
          onChange={type}
        />
      );
    case 'prose':
      return (
        <Textarea
          {...said}
          autosize
          minRows={2}
          maxLength={field.max}
          value={textIn(place.beside, field.name)}
          onChange={type}
        />
      );
    case 'day':
      return <TextInput {...said} type="date" value={textIn(place.beside, field.name)} onChange={type} />;
    case 'number':
      return (
        <TextInput
          {...said}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={textIn(place.beside, field.name)}
          onChange={type}
        />
      );
    case 'decimal':
      return <Decimal field={field} place={place} />;
    case 'choice':
      return <Choice field={field} place={place} />;
    case 'many': {
      const options = optionsOf(field.options, place.beside, place.whole);
      const value = idsIn(place.beside, field.name);
      const strange = value.filter((id) => options.every((one) => one.value !== id));
      return (
        <MultiSelect
          {...said}
          data={[...options, ...strange.map((id) => ({ value: id, label: id }))]}
          value={[...value]}
          searchable
          hidePickedOptions
          nothingFoundMessage={m.quarter.nothingFound}
          {...(value.length === 0 ? { placeholder: place.readOnly ? m.form.nothing : m.form.choose } : {})}
          onChange={(chosen) => place.change(field.name, chosen)}
        />
      );
    }
    case 'tags':
      return (
        <TagsInput
          {...said}
          value={[...idsIn(place.beside, field.name)]}
          splitChars={[',', ' ', ';']}
          acceptValueOnBlur
          onChange={(chosen) => place.change(field.name, chosen)}
        />
      );
    case 'switch':
      return (
        <Switch
          label={field.label}
          description={field.help}
          checked={place.beside[field.name] === true}
          disabled={place.readOnly}
          onChange={(event) => place.change(field.name, event.currentTarget.checked)}
        />
      );
    case 'group':
      return <GroupInput field={field} place={place} />;
    case 'rows':
      return <RowsInput field={field} place={place} />;
  }
};
