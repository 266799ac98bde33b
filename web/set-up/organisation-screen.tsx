// What the organisation is called, and the calendar and money that everything in it is read with.
import type { Answer } from '../../shared/api/client.ts';
import { useAnswer } from '../data/answers.ts';
import type { Section } from '../form/field.ts';
import { Screen } from '../frame/screen.tsx';
import { Gate } from '../parts/gate.tsx';
import { useCall, useSession } from '../session/session.tsx';
import { monthName } from './months.ts';
import { SettingsForm } from './settings-form.tsx';
import { useEditing } from './use-editing.ts';

type Stored = Answer<'getOrganisation'>;
const unchanged = <T,>(value: T): T => value;

const useSections = (): readonly Section[] => {
  const { m, f } = useSession();
  return [
    {
      title: m.setUpForm.what,
      fields: [
        { kind: 'line', name: 'name', label: m.setUp.name, max: 120, required: true },
        {
          kind: 'line',
          name: 'timeZone',
          label: m.settings.timeZone,
          help: m.settings.timeZoneHelp,
          max: 60,
          required: true,
        },
        {
          kind: 'line',
          name: 'currency',
          label: m.settings.currency,
          help: m.settings.currencyHelp,
          max: 3,
          required: true,
        },
        {
          kind: 'choice',
          name: 'fiscalStart',
          label: m.settings.fiscalStart,
          required: true,
          as: 'number',
          options: Array.from({ length: 12 }, (_, i) => ({
            value: String(i + 1),
            label: monthName(i + 1, f.locale),
          })),
        },
      ],
    },
  ];
};

const Editor = ({ stored }: { stored: Stored }) => {
  const { m, f, me } = useSession();
  const call = useCall();
  const sections = useSections();
  const readOnly = !me.member.roles.includes('analyst');
  const editing = useEditing<'putOrganisation'>({
    sections,
    stored: stored as unknown as Record<string, unknown> & { version: number },
    start: {},
    put: 'putOrganisation',
    request: (body) => ({ body }) as never,
    readAgain: () => call('getOrganisation', {}) as never,
    toForm: unchanged,
    toBody: unchanged,
    refreshes: ['getOrganisation', 'getMe'],
  });
  return (
    <Screen
      title={m.settings.organisation}
      kicker={`${m.setUp.kicker} · ${m.settings.organisation}`}
      heading={f.say(m.settings.organisationHeading, {
        name: stored.name,
        month: monthName(stored.fiscalStart, f.locale),
        currency: stored.currency,
      })}
    >
      <SettingsForm editing={editing} sections={sections} readOnly={readOnly} />
    </Screen>
  );
};

/** The organisation's own record. */
export const OrganisationScreen = () => {
  const answer = useAnswer('getOrganisation', {}, { fresh: true });
  return <Gate answer={answer}>{(stored) => <Editor stored={stored} />}</Gate>;
};
