// The one place that says which stack the browser walks: the address in PAGE_ADDRESS, such as that of a running local
// stack, else a fake one started here over a fresh build of the page.
import { builtPage } from './built-page.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';

/** Who plays which part: names as the sign-in lists them. */
export interface People {
  readonly executive: string;
  readonly head: string;
}
export interface StackUnderTest {
  readonly origin: string;
  readonly people: People;
  /** The fake behind it; undefined for a real stack. */
  readonly fake: FakeApi | undefined;
  readonly stop: () => Promise<void>;
}

const namedPeople = (): People => ({
  executive: process.env['EXECUTIVE'] ?? 'Ada Okafor',
  head: process.env['DEPARTMENT_HEAD'] ?? 'Ben Sørensen',
});

/** The stack to walk. A fake one is fresh at each call; `page` is its built page, where one was built already. */
export const stackUnderTest = async (page?: string): Promise<StackUnderTest> => {
  const address = process.env['PAGE_ADDRESS'];
  if (address !== undefined)
    return {
      origin: address.replace(/\/$/, ''),
      people: namedPeople(),
      fake: undefined,
      stop: async () => undefined,
    };
  const fake = await startFakeApi(page ?? (await builtPage()));
  return {
    origin: fake.origin,
    people: namedPeople(),
    fake,
    stop: fake.stop,
  };
};
