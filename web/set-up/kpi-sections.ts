// What is asked about a KPI: what it is, how it is measured, what the customer feels of it.
import { directions, perspectives } from '../../shared/domain/kpi.ts';
import { type Draft, type Field, type Section, textIn } from '../form/field.ts';
import { useWords, type Words } from '../session/session.tsx';
import { useChoices } from './choices.ts';
import { clockFields, life, line, prose } from './section-parts.ts';
import { unitBeside, unitField } from './unit-fields.ts';

const lag = ({ m, f }: Words): Field => ({
  kind: 'choice',
  name: 'lag',
  label: m.setUpForm.lag,
  required: true,
  as: 'number',
  options: [0, 1, 2, 3, 4].map((n) => ({ value: String(n), label: f.say(m.setUpForm.lags, { n }) })),
});

/** The questions about a KPI, with its clock, its counterparts and its contributions. */
export const useKpiSections = (): readonly Section[] => {
  const words = useWords();
  const { m, f } = words;
  const choices = useChoices('outcomes', 'journeys', 'capabilities', 'objectives', 'kpis');
  const isCustomerFacing = (beside: Draft): boolean => textIn(beside, 'perspective') === 'customer-facing';
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('name', m.setUp.name, 160, { required: true }),
        {
          kind: 'choice',
          name: 'department',
          label: m.setUp.department,
          required: true,
          options: choices.departments,
        },
        prose('definition', m.quarter.definition, 2000, { help: m.setUpForm.definitionHelp }),
        {
          kind: 'choice',
          name: 'perspective',
          label: m.setUp.perspective,
          help: m.setUpForm.perspectiveHelp,
          required: true,
          options: perspectives.map((value) => ({ value, label: m.perspective[value] })),
        },
        {
          kind: 'choice',
          name: 'owner',
          label: m.setUp.owner,
          options: choices.members,
          none: m.setUpForm.nobody,
        },
        { kind: 'switch', name: 'perspectiveConfirmed', label: m.setUpForm.perspectiveConfirmed },
      ],
    },
    {
      title: m.setUpForm.measured,
      fields: [
        unitField(words, m.setUp.unit),
        {
          kind: 'choice',
          name: 'direction',
          label: m.setUp.direction,
          required: true,
          options: directions.map((value) => ({ value, label: m.direction[value] })),
        },
        {
          kind: 'choice',
          name: 'everyQuarters',
          label: m.setUpForm.rhythm,
          required: true,
          as: 'number',
          options: [1, 2, 4].map((n) => ({ value: String(n), label: f.say(m.setUpForm.rhythms, { n }) })),
        },
        {
          kind: 'decimal',
          name: 'baseline',
          label: m.setUpForm.baseline,
          help: m.setUpForm.baselineHelp,
          unit: unitBeside,
        },
        {
          kind: 'choice',
          name: 'sentiment',
          label: m.setUpForm.sentiment,
          options: (['nps', 'csat', 'ces'] as const).map((value) => ({
            value,
            label: m.setUpForm.sentiments[value],
          })),
          none: m.setUpForm.noSentiment,
          asked: isCustomerFacing,
        },
        {
          kind: 'group',
          name: 'clock',
          label: m.setUpForm.clock,
          help: m.setUpForm.clockHelp,
          optional: false,
          add: '',
          remove: '',
          fields: [
            {
              kind: 'choice',
              name: 'mode',
              label: m.setUpForm.clockMode,
              none: m.setUpForm.clockUnsaid,
              options: [
                { value: 'journey', label: m.setUpForm.clockOnJourney },
                { value: 'on-no-journey', label: m.setUpForm.clockOnNone },
              ],
            },
            ...clockFields(words, choices),
          ],
        },
      ],
    },
    {
      title: m.setUpForm.customer,
      help: m.setUpForm.customerHelp,
      fields: [
        {
          kind: 'rows',
          name: 'counterparts',
          label: m.quarter.counterparts,
          help: m.quarter.counterpartsWhy,
          add: m.quarter.addCounterpart,
          remove: m.setUpForm.take,
          max: 20,
          start: { lag: 0 },
          fields: [
            {
              kind: 'choice',
              name: 'kpi',
              label: m.setUpForm.customerFacingKpi,
              required: true,
              options: choices.counterparts,
            },
            lag(words),
          ],
        },
        {
          kind: 'rows',
          name: 'contributions',
          label: m.setUpForm.contributions,
          help: m.quarter.outcomesWhy,
          add: m.quarter.addOutcome,
          remove: m.setUpForm.take,
          max: 20,
          start: { effect: '+', lag: 0 },
          fields: [
            {
              kind: 'choice',
              name: 'outcome',
              label: m.report.outcome,
              required: true,
              options: choices.outcomes,
            },
            {
              kind: 'choice',
              name: 'effect',
              label: m.quarter.effect,
              required: true,
              options: (['+', '-'] as const).map((value) => ({ value, label: m.quarter.effects[value] })),
            },
            lag(words),
            prose('rationale', m.setUpForm.rationale, 500),
          ],
        },
      ],
    },
    {
      title: m.setUpForm.where,
      fields: [
        {
          kind: 'choice',
          name: 'objective',
          label: m.setUpForm.objective,
          options: choices.objectives,
          none: m.setUpForm.noObjective,
        },
        {
          kind: 'choice',
          name: 'capability',
          label: m.setUpForm.capability,
          options: choices.capabilities,
          none: m.setUpForm.noCapability,
        },
        { kind: 'many', name: 'touchpoints', label: m.setUpForm.touchpoints, options: choices.touchpoints },
        { kind: 'tags', name: 'channels', label: m.setUpForm.channels, help: m.setUpForm.channelsHelp },
        {
          kind: 'choice',
          name: 'roomToAct',
          label: m.setUpForm.roomToAct,
          as: 'boolean',
          none: m.setUpForm.unsaid,
          options: [
            { value: 'true', label: m.setUpForm.yes },
            { value: 'false', label: m.setUpForm.no },
          ],
        },
      ],
    },
    life(words, choices),
  ];
};
