// Business time is the machine's, shifted by an offset that only the local stack sets: deadlines, calendars and
// schedules follow it. Token expiry, item expiry and logs use the machine's clock.

/** Business time now, as an instant (ISO 8601, UTC). */
export const businessNow = (): string =>
  new Date(Date.now() + Number(process.env['CLOCK_OFFSET_MS'] ?? 0)).toISOString();

/** The machine's time now, in ms since 1970. */
export const machineNow = (): number => Date.now();
