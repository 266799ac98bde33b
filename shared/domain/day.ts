// Days as ISO text: they sort as text and travel as JSON. What they need of a calendar the platform has; the time
// zone's rules are Intl's. (Tests hold each function to the Temporal polyfill, which is too large to be shipped.)

/** A day, `YYYY-MM-DD`; days sort as text. */
export type Day = string;

const dayAt = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const partsOf = (day: Day): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)) - 1,
  Number(day.slice(8, 10)),
];

/** The first day of a month; months count from 0 and may lie outside a year. */
export const firstOfMonth = (year: number, month: number): Day => dayAt(year, month, 1);

/** The day `count` days later (negative: earlier). */
export const addDays = (day: Day, count: number): Day => {
  const [year, month, date] = partsOf(day);
  return dayAt(year, month, date + count);
};

/** The same day of the month `count` months later, or that month's last day where it has none. */
export const addMonths = (day: Day, count: number): Day => {
  const [year, month, date] = partsOf(day);
  const last = Number(dayAt(year, month + count + 1, 0).slice(8, 10));
  return dayAt(year, month + count, Math.min(date, last));
};

/** The day of the week, 1 = Monday to 7 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(Date.UTC(...partsOf(day))).getUTCDay() || 7;

// A formatter takes far longer to make than to use, and a time zone's rules don't change while we run.
const formatters = new Map<string, Intl.DateTimeFormat>();
const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(timeZone, formatter);
  }
  return formatter;
};
const wallText = (at: number, timeZone: string): string => formatterOf(timeZone).format(at);

/** Whether a name is that of an IANA time zone. */
export const isTimeZone = (name: string): boolean => {
  try {
    formatterOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The local day at an instant (ISO 8601, UTC). */
export const dayOf = (instant: string, timeZone: string): Day =>
  wallText(Date.parse(instant), timeZone).slice(0, 10);

/** The days from one local day to another; negative where the other is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Whether an instant falls on a local day after `day`; the time zone is asked only where it decides. */
export const isAfterDay = (instant: string, day: Day, timeZone: string): boolean => {
  const utc = instant.slice(0, 10);
  if (utc > addDays(day, 1)) return true;
  return utc >= day && dayOf(instant, timeZone) > day;
};

/** An instant in ms since 1970 as text, ISO 8601, UTC, without a fraction where there is none. */
export const instantText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** What a clock on the wall shows at an instant (ms since 1970), written as if it were UTC. */
const wallAt = (at: number, timeZone: string): number =>
  Date.parse(`${wallText(at, timeZone).replace(' ', 'T')}Z`);

const dayLength = 86_400_000;

/** A local wall-clock hour of a day as an instant: the first of two, or, in a gap of daylight saving, the next one. */
export const atLocalHour = (day: Day, hour: number, timeZone: string): string => {
  const wall = Date.UTC(...partsOf(day), hour);
  const before = wallAt(wall - dayLength, timeZone) - (wall - dayLength);
  const after = wallAt(wall + dayLength, timeZone) - (wall + dayLength);
  const exact = [wall - before, wall - after].filter((at) => wallAt(at, timeZone) === wall);
  return instantText(exact.length > 0 ? Math.min(...exact) : wall - before);
};
