// In which way files that people bring most likely write their numbers: as they write them elsewhere.
import type { FileLocale } from '../../shared/exchange/form.ts';

/** The way of writing numbers in files that fits a member's locale. */
export const fileLocaleOf = (locale: string): FileLocale => (locale.startsWith('de') ? 'de' : 'en');
