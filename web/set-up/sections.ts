// The questions of each kind of definition, in the order in which people think of them.
import { departmentFunctions } from '../../shared/domain/department.ts';
import { directions, perspectives } from '../../shared/domain/kpi.ts';
import { locales, roles } from '../../shared/domain/member.ts';
import { idFrom } from '../form/draft.ts';
import { type Draft, type Field, rowsIn, type Section, textIn } from '../form/field.ts';
import { useWords, type Words } from '../session/session.tsx';
import { type Choices, useChoices } from './choices.ts';
import { unitBeside, unitField } from './unit-fields.ts';

const line = (
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
const prose = (
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

const life = ({ m }: Words, { quarters }: Choices): Section => ({
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

const clockFields = ({ m }: Words, choices: Choices): Field[] => {
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

/** The questions about a department. */
export const useDepartmentSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices();
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('name', m.setUp.name, 120, { required: true }),
        {
          kind: 'choice',
          name: 'function',
          label: m.setUp.function,
          required: true,
          options: departmentFunctions.map((value) => ({ value, label: m.departmentFunction[value] })),
        },
        prose('charter', m.setUp.charter, 300, { help: m.setUpForm.charterHelp }),
      ],
    },
    life(words, choices),
  ];
};

const segmentEnds = (whole: Draft) =>
  rowsIn(whole, 'events')
    .map((event) => ({
      value: textIn(event, 'id').trim() || idFrom(textIn(event, 'name')),
      label: textIn(event, 'name'),
    }))
    .filter(({ value }) => value !== '');

/** The questions about a journey: events in order, touchpoints, segments. */
export const useJourneySections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices();
  const id: Field = { kind: 'line', name: 'id', label: m.setUp.id, max: 40, idFrom: 'name' };
  const name = line('name', m.setUp.name, 120, { required: true });
  return [
    { title: m.setUpForm.what, fields: [name] },
    {
      title: m.setUpForm.events,
      help: m.setUpForm.eventsHelp,
      fields: [
        {
          kind: 'rows',
          name: 'events',
          label: m.setUpForm.eventsOrder,
          add: m.setUpForm.addEvent,
          remove: m.setUpForm.take,
          max: 60,
          fields: [
            name,
            id,
            {
              kind: 'choice',
              name: 'seenBy',
              label: m.setUpForm.seenBy,
              required: true,
              options: [
                { value: 'customer', label: m.setUpForm.seenByCustomer },
                { value: 'inside', label: m.setUpForm.seenByInside },
              ],
            },
          ],
        },
        {
          kind: 'rows',
          name: 'segments',
          label: m.setUpForm.segments,
          help: m.setUpForm.segmentsHelp,
          add: m.setUpForm.addSegment,
          remove: m.setUpForm.take,
          max: 60,
          fields: [
            {
              kind: 'choice',
              name: 'from',
              label: m.setUpForm.clockFrom,
              required: true,
              options: (_beside, whole) => segmentEnds(whole),
            },
            {
              kind: 'choice',
              name: 'to',
              label: m.setUpForm.clockTo,
              required: true,
              options: (_beside, whole) => segmentEnds(whole),
            },
            {
              kind: 'decimal',
              name: 'duration',
              label: m.setUpForm.duration,
              required: true,
              unit: unitBeside,
            },
            unitField(words, m.setUp.unit),
          ],
        },
      ],
    },
    {
      title: m.setUpForm.touchpoints,
      help: m.setUpForm.touchpointsHelp,
      fields: [
        {
          kind: 'rows',
          name: 'touchpoints',
          label: m.setUpForm.touchpointsOrder,
          add: m.setUpForm.addTouchpoint,
          remove: m.setUpForm.take,
          max: 60,
          fields: [
            name,
            id,
            { kind: 'tags', name: 'channels', label: m.setUpForm.channels, help: m.setUpForm.channelsHelp },
            { kind: 'many', name: 'owners', label: m.setUpForm.owners, options: choices.departments },
            { kind: 'switch', name: 'momentOfTruth', label: m.setUpForm.momentOfTruth },
          ],
        },
      ],
    },
    life(words, choices),
  ];
};

/** The questions about a capability. */
export const useCapabilitySections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices('outcomes');
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('name', m.setUp.name, 120, { required: true }),
        prose('description', m.setUpForm.description, 500),
        {
          kind: 'many',
          name: 'departments',
          label: m.setUpForm.neededDepartments,
          options: choices.departments,
        },
        { kind: 'many', name: 'outcomes', label: m.setUpForm.servedOutcomes, options: choices.outcomes },
      ],
    },
    life(words, choices),
  ];
};

/** The questions about a customer outcome, with its tolerance, validation and clock. */
export const useOutcomeSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices('journeys');
  return [
    {
      title: m.setUpForm.what,
      fields: [
        prose('statement', m.setUp.statement, 300, { required: true, help: m.setUpForm.statementHelp }),
        line('segment', m.setUpForm.segment, 120),
        {
          kind: 'choice',
          name: 'owningDepartment',
          label: m.setUp.owningDepartment,
          options: choices.departments,
          none: m.setUpForm.nobody,
        },
        {
          kind: 'number',
          name: 'weight',
          label: m.setUp.weight,
          help: m.setUpForm.weightHelp,
          min: 0,
          max: 100,
        },
      ],
    },
    {
      title: m.setUpForm.acceptable,
      help: m.setUpForm.acceptableHelp,
      fields: [
        {
          kind: 'group',
          name: 'tolerance',
          label: m.setUpForm.tolerance,
          optional: true,
          add: m.setUpForm.addTolerance,
          remove: m.setUpForm.take,
          fields: [
            {
              kind: 'decimal',
              name: 'value',
              label: m.setUpForm.value,
              required: true,
              unit: unitBeside,
            },
            {
              kind: 'choice',
              name: 'direction',
              label: m.setUp.direction,
              required: true,
              options: (['higher', 'lower'] as const).map((value) => ({ value, label: m.direction[value] })),
            },
            unitField(words, m.setUp.unit),
          ],
        },
        {
          kind: 'group',
          name: 'clock',
          label: m.setUpForm.customerClock,
          help: m.setUpForm.customerClockHelp,
          optional: true,
          add: m.setUpForm.addClock,
          remove: m.setUpForm.take,
          fields: clockFields(words, choices),
        },
      ],
    },
    {
      title: m.setUp.validation,
      help: m.setUpForm.validationHelp,
      fields: [
        {
          kind: 'group',
          name: 'validation',
          label: m.setUpForm.validation,
          optional: true,
          add: m.setUpForm.addValidation,
          remove: m.setUpForm.takeValidation,
          fields: [
            line('method', m.setUpForm.method, 120, { required: true }),
            {
              kind: 'number',
              name: 'sampleSize',
              label: m.setUpForm.sampleSize,
              required: true,
              min: 1,
              max: 10_000_000,
            },
            { kind: 'day', name: 'date', label: m.setUpForm.date, required: true },
            line('source', m.setUpForm.source, 200, { required: true }),
          ],
        },
      ],
    },
    {
      title: m.setUpForm.where,
      fields: [
        {
          kind: 'choice',
          name: 'journey',
          label: m.setUpForm.journey,
          options: choices.journeys,
          none: m.setUpForm.noJourney,
        },
        { kind: 'many', name: 'touchpoints', label: m.setUpForm.touchpoints, options: choices.touchpoints },
      ],
    },
    life(words, choices),
  ];
};

/** The questions about an objective. */
export const useObjectiveSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices('outcomes', 'capabilities');
  const [first, retired] = life(words, choices).fields;
  const last: Field = {
    kind: 'choice',
    name: 'lastQuarter',
    label: m.setUpForm.lastQuarter,
    options: choices.quarters,
    none: m.setUpForm.openEnd,
  };
  return [
    {
      title: m.setUpForm.what,
      fields: [
        line('title', m.setUp.title, 200, { required: true }),
        {
          kind: 'choice',
          name: 'department',
          label: m.setUp.department,
          required: true,
          options: choices.departments,
        },
        { kind: 'many', name: 'outcomes', label: m.setUpForm.servedOutcomes, options: choices.outcomes },
        {
          kind: 'choice',
          name: 'capability',
          label: m.setUpForm.capability,
          options: choices.capabilities,
          none: m.setUpForm.noCapability,
        },
      ],
    },
    {
      title: m.setUpForm.life,
      help: m.setUpForm.lifeHelp,
      fields: [first, last, retired].filter((field) => field !== undefined),
    },
  ];
};

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

/** The questions about a member: roles, departments headed, deputies, language, mail. */
export const useMemberSections = (): readonly Section[] => {
  const words = useWords();
  const { m } = words;
  const choices = useChoices();
  return [
    {
      title: m.setUpForm.who,
      fields: [
        line('name', m.setUp.name, 120, { required: true }),
        { kind: 'email', name: 'email', label: m.setUp.email, max: 254, required: true },
        {
          kind: 'choice',
          name: 'locale',
          label: m.setUpForm.locale,
          required: true,
          options: locales.map((value) => ({
            value,
            label: m.setUpForm.locales[value],
          })),
        },
        {
          kind: 'choice',
          name: 'status',
          label: m.setUpForm.status,
          required: true,
          options: (['active', 'removed'] as const).map((value) => ({
            value,
            label: m.setUpForm.memberStatus[value],
          })),
        },
      ],
    },
    {
      title: m.setUpForm.may,
      help: m.setUpForm.mayHelp,
      fields: [
        {
          kind: 'many',
          name: 'roles',
          label: m.setUp.roles,
          required: true,
          options: roles.map((value) => ({ value, label: m.role[value] })),
        },
        { kind: 'many', name: 'heads', label: m.setUpForm.headOf, options: choices.departments },
        {
          kind: 'rows',
          name: 'deputyOf',
          label: m.setUpForm.deputyOf,
          help: m.setUpForm.deputyHelp,
          add: m.setUpForm.addDeputy,
          remove: m.setUpForm.take,
          max: 20,
          fields: [
            {
              kind: 'choice',
              name: 'department',
              label: m.setUp.department,
              required: true,
              options: choices.departments,
            },
            { kind: 'day', name: 'until', label: m.setUpForm.until, required: true },
          ],
        },
      ],
    },
  ];
};
