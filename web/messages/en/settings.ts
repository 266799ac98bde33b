// English: the settings of the organisation.

/** The organisation's own settings. */
export const enSettings = {
  organisation: 'Organisation',
  organisationHeading: '{name} counts its year from {month}, in {currency}',
  policy: 'Policy',
  policyHeading: {
    whole: '{thresholds}; {checks}',
    plain: 'All thresholds stand at their defaults',
    changed: {
      one: '{n} threshold differs from its default',
      other: '{n} thresholds differ from their defaults',
    },
  },
  timeZone: 'Time zone',
  timeZoneHelp: 'Due dates and mail follow it, such as Europe/Berlin.',
  currency: 'Currency',
  currencyHelp: 'Three capital letters, such as EUR.',
  fiscalStart: 'The fiscal year starts in',
  default: 'Default: {value}',
  calendar: 'Calendar',
  judging: 'How checks judge',
  mail: 'Mail and nightly work',
  reminderDays: 'Reminders, days before the due date',
  reminderDaysHelp: 'Numbers such as 14 and 3, Enter after each.',
  digestWeekday: 'Weekday of the digest',
  digestHour: 'Hour of the digest (0–23)',
  nightlyHour: 'Hour of the nightly evaluation (0–23)',
  checksOn: 'Which checks are on',
  checksCount: '{n} of {total} checks are on',
  checksHelp: 'Switching one off is reported to the board with the other changes of the quarter.',
  offByDefault: 'off by default',
  onByDefault: 'on by default',
} as const;
