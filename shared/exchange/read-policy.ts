// The policy as rows of setting and value: thresholds are numbers as the file's locale writes them, checks yes or no.
import { defaultPolicy, type Policy, policySchema } from '../domain/policy.ts';
import { faultsOf } from '../domain/problem.ts';
import { type FileLocale, number, type Parsed, yesNo } from './form.ts';
import { didYouMean } from './nearest.ts';
import type { Entry, RowError } from './rows.ts';

const settings = Object.keys(defaultPolicy).filter((name) => name !== 'checks');
/** A list of thresholds without any: a cell can't be empty. */
const noThreshold = 'none';

const thresholds = (text: string, locale: FileLocale): Parsed[] =>
  text === noThreshold ? [] : text.split(';').map((one) => number.parse(one.trim(), locale));

/** A policy from rows of the table `policy`, the defaults where they say nothing; every fault at its row. */
export const readPolicy = (
  entries: readonly Entry[],
  locale: FileLocale,
): { readonly policy: Policy; readonly errors: RowError[] } => {
  const errors: RowError[] = [];
  const given: Record<string, unknown> = {};
  const checks: Record<string, boolean> = {};
  const rows = new Map<string, Entry>();
  for (const entry of entries) {
    const setting = String(entry.values.get('setting'));
    const value = String(entry.values.get('value'));
    rows.set(setting, entry);
    if (setting.startsWith('checks.')) {
      const parsed = yesNo.parse(value, locale);
      if ('expected' in parsed) errors.push(entry.blame('value', value, parsed.expected));
      else checks[setting.slice('checks.'.length)] = parsed.value === true;
      continue;
    }
    if (!settings.includes(setting)) {
      errors.push(entry.blame('setting', setting, `${didYouMean(setting, settings)}, or checks.<id>`));
      continue;
    }
    const parsed = thresholds(value, locale);
    for (const one of parsed) if ('expected' in one) errors.push(entry.blame('value', value, one.expected));
    const numbers = parsed.flatMap((one) => ('value' in one ? [Number(one.value)] : []));
    if (numbers.length < parsed.length) continue;
    given[setting] = Array.isArray(defaultPolicy[setting as keyof Policy]) ? numbers : numbers[0];
  }
  const policy = policySchema.safeParse({ ...given, checks });
  if (policy.success) return { policy: policy.data, errors };
  for (const { path, found, expected } of faultsOf(policy.error, { ...given, checks })) {
    const [, setting = '', check = ''] = path.split('/');
    const entry = rows.get(setting === 'checks' ? `checks.${check}` : setting);
    if (entry !== undefined) errors.push(entry.blame('value', found, expected));
  }
  return { policy: defaultPolicy, errors };
};

/** A policy as rows: what differs from the defaults. */
export const policyRows = (policy: Policy): { readonly setting: string; readonly value: string }[] => [
  ...settings.flatMap((setting) => {
    const value = policy[setting as keyof Policy];
    if (JSON.stringify(value) === JSON.stringify(defaultPolicy[setting as keyof Policy])) return [];
    const text = Array.isArray(value) ? value.join(';') : String(value);
    return [{ setting, value: text === '' ? noThreshold : text }];
  }),
  ...Object.entries(policy.checks).map(([check, on]) => ({
    setting: `checks.${check}`,
    value: on ? 'yes' : 'no',
  })),
];
