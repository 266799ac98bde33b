// Who goes where, and how one leaves.
import { describe, expect, it } from 'vitest';
import { departmentsLed } from '../../shared/domain/member-writes.ts';
import { changed, filterOf } from '../../web/findings/filter.ts';
import { livesInOwnQuarter } from '../../web/session/roles.ts';
import { localDay } from '../../web/session/session.tsx';
import { placeAfter } from '../../web/session/sign-in.ts';
import { cognitoSignOut } from '../../web/session/sign-out.ts';

const head = {
  roles: ['department-head' as const],
  heads: ['operations'],
  deputyOf: [{ department: 'service', until: '2026-07-20' }],
};

describe('a department head', () => {
  it('has the own departments, and those of a deputyship up to its last day', () => {
    expect(departmentsLed(head, '2026-07-20')).toEqual(['operations', 'service']);
    expect(departmentsLed(head, '2026-07-21')).toEqual(['operations']);
  });

  it('has none without the role', () => {
    expect(departmentsLed({ ...head, roles: ['executive'] }, '2026-07-20')).toEqual([]);
  });

  it('comes home to the own quarter unless there is another role', () => {
    expect(livesInOwnQuarter(head)).toBe(true);
    expect(livesInOwnQuarter({ roles: ['department-head', 'executive'] })).toBe(false);
  });
});

describe('the day', () => {
  it('is that of the organisation', () => {
    expect(localDay('2026-07-20T23:30:00Z', 'Europe/Berlin')).toBe('2026-07-21');
    expect(localDay('2026-07-20T23:30:00Z', 'America/New_York')).toBe('2026-07-20');
  });
});

describe('after a sign-in', () => {
  it('one is where one wanted to go', () => {
    expect(placeAfter({ returnTo: '/findings?level=error' })).toBe('/findings?level=error');
  });

  it.each([
    undefined,
    null,
    {},
    { returnTo: 'https://evil.example' },
    { returnTo: '//evil.example' },
    { returnTo: '/\\evil.example' },
  ])('one is at home for %j', (state) => {
    expect(placeAfter(state)).toBe('/');
  });
});

describe('signing out', () => {
  it('goes to Cognito’s own address', () => {
    const metadata = {
      issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x',
      authorization_endpoint: 'https://counterpart.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
    };
    expect(cognitoSignOut(metadata, 'page', 'https://page.example/')).toBe(
      'https://counterpart.auth.eu-west-1.amazoncognito.com/logout?client_id=page&logout_uri=https%3A%2F%2Fpage.example%2F',
    );
  });

  it('is the provider’s business elsewhere', () => {
    expect(cognitoSignOut({ issuer: 'http://localhost/identity' }, 'page', '/')).toBeUndefined();
  });
});

describe('the register’s filter', () => {
  it('takes from the address what the service accepts', () => {
    expect(
      filterOf(new URLSearchParams('level=error&state=nonsense&check=unlinked-kpi&cursor=c&x=1')),
    ).toEqual({
      level: 'error',
      check: 'unlinked-kpi',
      cursor: 'c',
    });
  });

  it('begins at the first page when it changes', () => {
    expect(changed(new URLSearchParams('level=error&cursor=c'), 'level', 'note').toString()).toBe(
      'level=note',
    );
    expect(changed(new URLSearchParams('level=error&cursor=c'), 'level', '').toString()).toBe('');
  });
});
