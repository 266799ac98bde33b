import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readStage } from '../../infra/stage.ts';
import { FULL_PROD } from './synthesis.ts';

function stageOf(context: Record<string, unknown>) {
  return readStage(new App({ context }).node);
}

describe('a stage', () => {
  it('is dev without any context, disposable, and mails nobody', () => {
    expect(stageOf({})).toEqual({
      name: 'dev',
      disposable: { because: 'stage dev is for trying out' },
      mail: {
        from: 'counterpart@example.com',
        identity: 'counterpart@example.com',
        redirectTo: 'success@simulator.amazonses.com',
      },
      page: undefined,
      webAclArn: undefined,
      alarmTopicArn: undefined,
      callbackUrls: [],
      signInPrefix: undefined,
    });
  });

  it('redirects to the test address that the context names', () => {
    expect(stageOf({ mailRedirectTo: 'test@acme.com' }).mail.redirectTo).toBe('test@acme.com');
  });

  it('is not disposable in prod, and its mail goes to its recipients', () => {
    const prod = stageOf({ stage: 'prod' });
    expect(prod.disposable).toBeUndefined();
    expect(prod.mail.redirectTo).toBe('');
  });

  it('takes every setting of the context', () => {
    expect(stageOf(FULL_PROD)).toEqual({
      name: 'prod',
      disposable: undefined,
      mail: { from: 'counterpart@acme.com', identity: 'acme.com', redirectTo: '' },
      page: { domain: FULL_PROD.pageDomain, certificateArn: FULL_PROD.certificateArn },
      webAclArn: FULL_PROD.webAclArn,
      alarmTopicArn: FULL_PROD.alarmTopicArn,
      callbackUrls: ['https://staging.acme.com/'],
      signInPrefix: 'acme-kpi',
    });
  });

  it('lets sign-ins return to localhost over http', () => {
    expect(stageOf({ callbackUrls: 'http://localhost:5173/,https://a.example/' }).callbackUrls).toEqual([
      'http://localhost:5173/',
      'https://a.example/',
    ]);
  });

  it.each([
    [{ stage: 'test' }, 'Context "stage" is test, expected dev or prod.'],
    [{ stage: 3 }, 'Context "stage" is 3, expected text.'],
    [{ mailFrom: 'nobody' }, 'Context "mailFrom" is nobody, expected a mail address.'],
    [{ mailRedirectTo: 'me' }, 'Context "mailRedirectTo" is me, expected a mail address.'],
    [
      { stage: 'prod', mailRedirectTo: 'me@acme.com' },
      'Context "mailRedirectTo" is me@acme.com, expected nothing: in prod mail goes to its recipients.',
    ],
    [
      { mailFrom: 'a@acme.com', mailDomain: 'other.com' },
      'Context "mailDomain" is other.com, expected the domain of mailFrom (a@acme.com).',
    ],
    [
      { pageDomain: 'kpi.acme.com' },
      'Context "certificateArn" is nothing, expected a value, because pageDomain is given.',
    ],
    [
      { certificateArn: 'arn:aws:acm:x' },
      'Context "pageDomain" is nothing, expected a value, because certificateArn is given.',
    ],
    [
      { callbackUrls: 'http://acme.com' },
      'Context "callbackUrls" is http://acme.com, expected https, or http on localhost.',
    ],
    [
      { callbackUrls: 'http://localhost.evil.com' },
      'Context "callbackUrls" is http://localhost.evil.com, expected https, or http on localhost.',
    ],
  ])('refuses %j', (context, message) => {
    expect(() => stageOf(context)).toThrow(message);
  });
});
