// Values are decimal strings, so that what was typed is what is stored; status and limits compare exactly.
import * as z from 'zod';

/** A decimal number as text: up to 18 digits before and 20 after the point, no exponent, no thousands mark. */
export const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,20})?$/, {
  error: 'a decimal number as text, such as "12.5", with a point and without thousands marks',
});
export type Decimal = string;
