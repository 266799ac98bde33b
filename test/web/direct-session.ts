// A signed-in page without the clicks: puts what a sign-in would leave behind into the tab. Only the fake sign-in's
// tokens can be made like this; the sign-in itself is walked by the main paths.
import type { Page } from 'playwright-core';

/** Opens an address of the fake stack as a member. */
export const openAs = async (page: Page, origin: string, member: string, path: string): Promise<void> => {
  const user = {
    access_token: `for-${member}`,
    token_type: 'Bearer',
    scope: 'openid profile email',
    profile: { sub: member, iss: `${origin}/identity`, aud: 'page', iat: 0, exp: 4_000_000_000 },
    expires_at: 4_000_000_000,
  };
  await page.addInitScript(
    ([key, value]) => sessionStorage.setItem(key ?? '', value ?? ''),
    [`oidc.user:${origin}/identity:page`, JSON.stringify(user)],
  );
  await page.goto(origin + path);
  await page.locator('main#content h1').waitFor();
};
