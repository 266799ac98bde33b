// The policy: every threshold that checks and schedules use, its default beside it, and which checks are on.
import type { Answer } from '../../shared/api/client.ts';
import type { CheckView } from '../../shared/api/operations.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { useAnswer } from '../data/answers.ts';
import type { Stored } from '../form/draft.ts';
import { type Field, groupIn, type Section } from '../form/field.ts';
import { Screen } from '../frame/screen.tsx';
import { Gate } from '../parts/gate.tsx';
import { useCall, useSession } from '../session/session.tsx';
import { weekdayName } from './months.ts';
import { checksOn, setOtherwise } from './policy-counts.ts';
import { SettingsForm } from './settings-form.tsx';
import { useEditing } from './use-editing.ts';

type Organisation = Answer<'getOrganisation'>;

const calendarNames = ['dueDays', 'closeDays'] as const;
const judgingNames = [
  'liveQuarters',
  'nearPercent',
  'divergenceQuarters',
  'divergencePercent',
  'earlySignPercent',
  'doubtfulConfidence',
  'graceDays',
  'baselineQuarters',
  'validationMonths',
  'completePercent',
] as const;

const useSections = (checks: readonly CheckView[]): readonly Section[] => {
  const { m, f } = useSession();
  const threshold = (name: (typeof calendarNames)[number] | (typeof judgingNames)[number]): Field => ({
    kind: 'number',
    name,
    label: m.threshold[name],
    help: f.say(m.settings.default, { value: defaultPolicy[name] }),
    required: true,
    min: 0,
    max: 365,
  });
  const hour = (name: 'digestHour' | 'nightlyHour'): Field => ({
    kind: 'number',
    name,
    label: m.settings[name],
    help: f.say(m.settings.default, { value: defaultPolicy[name] }),
    required: true,
    min: 0,
    max: 23,
  });
  return [
    { title: m.settings.calendar, fields: calendarNames.map(threshold) },
    { title: m.settings.judging, fields: judgingNames.map(threshold) },
    {
      title: m.settings.mail,
      fields: [
        {
          kind: 'tags',
          name: 'reminderDays',
          label: m.settings.reminderDays,
          help: m.settings.reminderDaysHelp,
        },
        {
          kind: 'choice',
          name: 'digestWeekday',
          label: m.settings.digestWeekday,
          required: true,
          as: 'number',
          options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
            value: String(day),
            label: weekdayName(day, f.locale),
          })),
        },
        hour('digestHour'),
        hour('nightlyHour'),
      ],
    },
    {
      title: m.settings.checksOn,
      help: m.settings.checksHelp,
      fields: [
        {
          kind: 'group',
          name: 'checks',
          label: m.settings.checksOn,
          optional: false,
          add: '',
          remove: '',
          fields: checks.map(({ onByDefault, ...check }) => ({
            kind: 'switch',
            name: check.id,
            label: f.check(check.id, check).title,
            help: onByDefault ? m.settings.onByDefault : m.settings.offByDefault,
          })),
        },
      ],
    },
  ];
};

const toForm =
  (checks: readonly CheckView[]) =>
  (stored: Stored): Stored => {
    const policy = stored['policy'] as Policy;
    return {
      ...policy,
      checks: Object.fromEntries(checks.map(({ id, onByDefault }) => [id, policy.checks[id] ?? onByDefault])),
    };
  };

const toBody =
  (checks: readonly CheckView[]) =>
  (body: Stored): Stored => {
    const on = (body['checks'] ?? {}) as Readonly<Record<string, boolean>>;
    const changed = checks.filter(({ id, onByDefault }) => on[id] !== onByDefault);
    return {
      ...body,
      reminderDays: (body['reminderDays'] as readonly string[]).map(Number),
      checks: Object.fromEntries(changed.map(({ id }) => [id, on[id] ?? false])),
    };
  };

const Editor = ({ stored, checks }: { stored: Organisation; checks: readonly CheckView[] }) => {
  const { m, f, me } = useSession();
  const call = useCall();
  const plain = useSections(checks);
  const readOnly = !me.member.roles.includes('analyst');
  const editing = useEditing<'putPolicy'>({
    sections: plain,
    stored: stored as unknown as Stored & { version: number },
    start: {},
    put: 'putPolicy',
    request: (body) => ({ body }) as never,
    readAgain: () => call('getOrganisation', {}) as never,
    toForm: toForm(checks),
    toBody: toBody(checks),
    refreshes: ['getOrganisation', 'getMe'],
  });
  const { draft } = editing;
  const on = Object.values(groupIn(draft, 'checks') ?? {}).filter((value) => value === true).length;
  const sections = plain.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.name === 'checks'
        ? { ...field, label: f.say(m.settings.checksCount, { n: on, total: checks.length }) }
        : field,
    ),
  }));
  const otherwise = setOtherwise(stored.policy, checks);
  return (
    <Screen
      title={m.settings.policy}
      kicker={`${m.setUp.kicker} · ${m.settings.policy}`}
      heading={f.say(m.settings.policyHeading.whole, {
        thresholds:
          otherwise.thresholds === 0
            ? m.settings.policyHeading.plain
            : f.say(m.settings.policyHeading.changed, { n: otherwise.thresholds }),
        checks: f.say(m.settings.checksCount, {
          n: checksOn(stored.policy, checks).length,
          total: checks.length,
        }),
      })}
    >
      <SettingsForm editing={editing} sections={sections} readOnly={readOnly} />
    </Screen>
  );
};

/** The organisation's policy. */
export const PolicyScreen = () => {
  const organisation = useAnswer('getOrganisation', {}, { fresh: true });
  const checks = useAnswer('listChecks', {});
  return (
    <Gate answer={organisation}>
      {(stored) => <Gate answer={checks}>{({ items }) => <Editor stored={stored} checks={items} />}</Gate>}
    </Gate>
  );
};
