/**
 * What the page's browser is told to refuse, as one Content-Security-Policy. The distribution sends it, and whoever
 * serves the page elsewhere sends the same. Styles may stand in the page, because its components set them; scripts
 * may not.
 */

/** The policy for a page that talks to its own origin and to the given origins (where people sign in). */
export function contentSecurityPolicy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    ['connect-src', "'self'", ...origins].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
