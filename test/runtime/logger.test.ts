/** Log lines: one line of JSON each, without tokens and addresses, whatever is put into them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logDefect, logLine, withoutSecrets } from '../../shared/runtime/logger.ts';

let written: string[];
beforeEach(() => {
  written = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a log line', () => {
  it('is one line of JSON with level and time', () => {
    logLine('info', 'hello\nworld', { member: 'eve\n{"level":"ERROR"}' });
    expect(written).toHaveLength(1);
    expect(written[0]?.split('\n')).toHaveLength(2);
    expect(JSON.parse(written[0] ?? '')).toEqual({
      level: 'INFO',
      timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
      message: 'hello\nworld',
      member: 'eve\n{"level":"ERROR"}',
    });
  });

  it('T25 of a defect holds its stack, without tokens and addresses', () => {
    logDefect(new Error('no member eve@example.org with eyJhbGciOi.eyJzdWIiOi.c2ln'), { operation: 'getMe' });
    const line = JSON.parse(written[0] ?? '');
    expect(line).toMatchObject({ level: 'ERROR', message: 'defect', operation: 'getMe', name: 'Error' });
    expect(line.reason).toBe('no member <address> with <token>');
    expect(line.stack).toContain('logger.test.ts');
    expect(line.stack).not.toMatch(/@example|eyJ/);
  });

  it('of a defect that is no Error says what was thrown', () => {
    logDefect('text', {});
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ reason: 'text' });
  });
});

describe('a text', () => {
  it.each([
    ['a@b', '<address>'],
    ['"Eve" <eve.adams+x@mail.example.org>, bob@x', '"Eve" <<address>>, <address>'],
    ['Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.sig-na_ture', 'Bearer <token>'],
    ['nothing to hide', 'nothing to hide'],
  ])('%s becomes %s', (text, clean) => {
    expect(withoutSecrets(text)).toBe(clean);
  });
});
