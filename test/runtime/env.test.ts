/** A function that lacks a setting says which. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiEnvironment } from '../../shared/runtime/env.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the environment', () => {
  it('is what the API’s functions are told', () => {
    vi.stubEnv('TABLE_NAME', 'table');
    vi.stubEnv('TOKEN_CLIENT_ID', 'client');
    expect(apiEnvironment()).toEqual({ TABLE_NAME: 'table', TOKEN_CLIENT_ID: 'client' });
  });

  it('that lacks a setting is refused with its name', () => {
    vi.stubEnv('TABLE_NAME', undefined);
    vi.stubEnv('TOKEN_CLIENT_ID', '');
    expect(() => apiEnvironment()).toThrow(/TABLE_NAME[\s\S]*TOKEN_CLIENT_ID/);
  });
});
