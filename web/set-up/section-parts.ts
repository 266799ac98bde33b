// Questions that several kinds of definitions share.
import { type Draft, type Field, type Section, textIn } from '../form/field.ts';
import type { Words } from '../session/session.tsx';
import type { Choices } from './choices.ts';

/** A question for one line of text. */
export const line = (
  name: string,
  label: string,
  max: number,
  more: { help?: string; required?: boolean } = {},
): Field => ({
  kind: 'line',
  name,
  label,
  max,
  ...more,
});
/** A question for several lines of text. */
export const prose = (
  name: string,
  label: string,
  max: number,
  more: { help?: string; required?: boolean } = {},
): Field => ({
  kind: 'prose',
  name,
  label,
  max,
  ...more,
});

/** The questions of everything with a life: from when, until when. */
export const life = ({ m }: Words, { quarters }: Choices): Section => ({
  title: m.setUpForm.life,
  help: m.setUpForm.lifeHelp,
  fields: [
    {
      kind: 'choice',
      name: 'firstQuarter',
      label: m.setUpForm.firstQuarter,
      options: quarters,
      none: m.setUpForm.reportingQuarter,
    },
    {
      kind: 'choice',
      name: 'retiredFrom',
      label: m.setUpForm.retiredFrom,
      options: quarters,
      none: m.setUpForm.notRetired,
    },
  ],
});

/** The questions for a clock: a journey and two of its events. */
export const clockFields = ({ m }: Words, choices: Choices): Field[] => {
  const onJourney = (beside: Draft): boolean =>
    beside['mode'] === undefined || textIn(beside, 'mode') === 'journey';
  return [
    {
      kind: 'choice',
      name: 'journey',
      label: m.setUpForm.journey,
      required: true,
      options: choices.journeys,
      asked: onJourney,
    },
    {
      kind: 'choice',
      name: 'from',
      label: m.setUpForm.clockFrom,
      required: true,
      options: choices.events,
      asked: onJourney,
    },
    {
      kind: 'choice',
      name: 'to',
      label: m.setUpForm.clockTo,
      required: true,
      options: choices.events,
      asked: onJourney,
    },
  ];
};
