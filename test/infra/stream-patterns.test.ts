import { describe, expect, it } from 'vitest';
import { newMail, pendingChange, sourceChanges, sourceTypes } from '../../infra/stream-patterns.ts';
import { compilePatterns } from '../../local/event-pattern.ts';
import { changeSetStates } from '../../shared/domain/change-set.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { definitionKinds, type Key, keys } from '../../shared/table/keys.ts';
import { mailStates } from '../../shared/table/outbox.ts';

const ORG = 'acme' as OrgId;
const QUARTER = '2026-Q3' as Quarter;

function wakes(
  patterns: readonly object[],
  { pk, sk }: Key,
  image?: Readonly<Record<string, string>>,
): boolean {
  const attributes = Object.entries({ pk, sk, ...image }).map(([name, value]) => [name, { S: value }]);
  const dynamodb = {
    Keys: { pk: { S: pk }, sk: { S: sk } },
    ...(image && { NewImage: Object.fromEntries(attributes) }),
  };
  return compilePatterns(patterns, 'patterns')({ dynamodb });
}

describe('a change wakes the evaluation', () => {
  it.each(definitionKinds)('where a %s is written', (kind) => {
    expect(wakes(sourceChanges, keys.definition(ORG, kind, 'a'), { type: kind })).toBe(true);
  });

  it('where a submission is written, whatever its department is called', () => {
    const key = keys.submission(ORG, 'report', QUARTER, 1);
    expect(wakes(sourceChanges, key, { type: 'submission' })).toBe(true);
  });

  it.each([
    ['history', keys.submission(ORG, 'sales', QUARTER, 1)],
    ['draft', keys.draft(ORG, 'sales', QUARTER)],
    ['finding', keys.finding(ORG, 'f')],
    ['audit', keys.audit(ORG, 'a')],
    ['idempotency', keys.idempotency(ORG, 'jane', 'k')],
    ['head', keys.head(ORG)],
    ['sheet', keys.sheet(ORG, 'sales', 'h')],
    ['report', keys.boardReport(ORG, QUARTER)],
    ['login', keys.login(ORG, 's')],
    ['due', keys.due(ORG)],
    ['mail', keys.mail(ORG, 'm')],
    ['news', keys.news(ORG)],
    ['chunk', keys.changeChunk(ORG, 'c', 0)],
    ['bulk', keys.bulkGate(ORG)],
  ])('not where a %s is written', (type, key) => {
    expect(sourceTypes).not.toContain(type);
    expect(wakes(sourceChanges, key, { type })).toBe(false);
  });

  it('not where something expires', () => {
    expect(wakes(sourceChanges, keys.definition(ORG, 'kpi', 'a'))).toBe(false);
  });
});

describe('a change of many entities', () => {
  const key = keys.changeSet(ORG, 'c');

  it.each(changeSetStates)('that is %s wakes the one that it waits for', (state) => {
    expect(wakes(pendingChange, key, { type: 'change', state })).toBe(state === 'applying');
    expect(wakes(sourceChanges, key, { type: 'change', state })).toBe(state !== 'applying');
  });

  it('is no mail, whatever its state', () => {
    expect(wakes(newMail, key, { type: 'change', state: 'queued' })).toBe(false);
  });
});

describe('a change wakes the sender', () => {
  it.each(mailStates)('of a mail that is %s, only where it is queued', (state) => {
    expect(wakes(newMail, keys.mail(ORG, 'm'), { type: 'mail', state })).toBe(
      state === 'queued' || state === 'undrawn',
    );
  });

  it('not where a mail expires', () => {
    expect(wakes(newMail, keys.mail(ORG, 'm'))).toBe(false);
  });

  it('not by the submission of a department that calls itself outbox', () => {
    const key = keys.submission(ORG, 'outbox', QUARTER, 1);
    expect(wakes(newMail, key, { type: 'submission', state: 'submitted' })).toBe(false);
  });
});
