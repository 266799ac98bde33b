// What every screen stands on: the client, who is asking, where the organisation stands in time, and the words and
// formats of the member's language.
import type { UserManager } from 'oidc-client-ts';
import { createContext, type ReactNode, Suspense, use, useContext, useEffect, useMemo } from 'react';
import type { Call } from '../../shared/api/client.ts';
import type { Me } from '../../shared/api/operations.ts';
import { departmentsLed } from '../../shared/domain/member-writes.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type Formats, formatsOf, type Place } from '../format/formats.ts';
import { spokenFor } from '../messages/languages.ts';
import type { Messages } from '../messages/messages.ts';
import { decidesSubmissions, livesInOwnQuarter, seesAudit } from './roles.ts';

const CallContext = createContext<Call | undefined>(undefined);
const ManagerContext = createContext<UserManager | undefined>(undefined);
const MeContext = createContext<Me | undefined>(undefined);
const WordsContext = createContext<Words | undefined>(undefined);

/** The texts of the page and the formats of the locale. */
export interface Words {
  readonly m: Messages;
  readonly f: Formats;
}

const present = <T,>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`${name} is used outside its provider.`);
  return value;
};

export const useCall = (): Call => present(useContext(CallContext), 'useCall');
export const useManager = (): UserManager => present(useContext(ManagerContext), 'useManager');
export const useMe = (): Me => present(useContext(MeContext), 'useMe');
export const useWords = (): Words => present(useContext(WordsContext), 'useWords');

/** A locale that can be written in: the wanted one, or British English where its tag is none. */
export const usableLocale = (wanted: string): string => {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en-GB';
  } catch (error) {
    if (error instanceof RangeError) return 'en-GB';
    throw error;
  }
};

/** The local day of the organisation at an instant, ISO. */
export const localDay = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/** What a screen asks of the signed-in member. */
export interface Session extends Words {
  readonly me: Me;
  /** The departments that the member may submit for today. */
  readonly headed: readonly string[];
  /** The quarter that a head works on: the reporting one until it closes, then the running one. */
  readonly ownQuarter: Quarter;
  readonly seesAudit: boolean;
  readonly decides: boolean;
  readonly livesInOwnQuarter: boolean;
}

/** The signed-in member, what he or she does here, and the words to say it in. */
export const useSession = (): Session => {
  const me = useMe();
  const words = useWords();
  return useMemo(() => {
    const { member, organisation, calendar, now, runningQuarter } = me;
    return {
      ...words,
      me,
      headed: departmentsLed(member, localDay(now, organisation.timeZone)),
      ownQuarter:
        calendar.lastClosedQuarter >= calendar.reportingQuarter ? runningQuarter : calendar.reportingQuarter,
      seesAudit: seesAudit(member),
      decides: decidesSubmissions(member),
      livesInOwnQuarter: livesInOwnQuarter(member),
    };
  }, [me, words]);
};

export const ManagerProvider = ({ manager, children }: { manager: UserManager; children: ReactNode }) => (
  <ManagerContext value={manager}>{children}</ManagerContext>
);

const Spoken = ({ locale, timeZone, fiscalStart, children }: Place & { children: ReactNode }) => {
  const coming = spokenFor(locale);
  const spoken = coming instanceof Promise ? use(coming) : coming;
  const words = useMemo(
    () => ({ m: spoken.page, f: formatsOf({ locale, timeZone, fiscalStart }, spoken) }),
    [locale, timeZone, fiscalStart, spoken],
  );
  useEffect(() => {
    document.documentElement.lang = spoken.tag;
  }, [spoken]);
  return <WordsContext value={words}>{children}</WordsContext>;
};

/** Words in a place; the browser's own until somebody is known. Nothing is drawn before the language is here. */
export const WordsProvider = (props: Place & { children: ReactNode }) => (
  <Suspense fallback={null}>
    <Spoken {...props} />
  </Suspense>
);

export const CallProvider = ({ call, children }: { call: Call; children: ReactNode }) => (
  <CallContext value={call}>{children}</CallContext>
);

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <MeContext value={me}>
    <WordsProvider
      locale={me.member.locale}
      timeZone={me.organisation.timeZone}
      fiscalStart={me.organisation.fiscalStart}
    >
      {children}
    </WordsProvider>
  </MeContext>
);
