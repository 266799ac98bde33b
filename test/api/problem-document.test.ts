/** A refusal as the world sees it. */
import { describe, expect, it } from 'vitest';
import { CallRefused } from '../../shared/api/call-errors.ts';
import { problemOf, problemUri, titleOf } from '../../shared/api/problem-document.ts';
import { problemDocument } from '../../shared/api/schemas/problem.ts';
import { type ProblemKind, problemKinds, Refusal } from '../../shared/domain/problem.ts';

const kinds = Object.keys(problemKinds) as ProblemKind[];

describe('a problem document', () => {
  it.each(kinds)('of kind %s has a stable type, a title and its status', (kind) => {
    const fault = { path: '/a', found: '1', expected: '2' };
    const document = problemDocument.parse(problemOf(new Refusal(kind, 'Detail.', [fault]), 'r 1'));
    expect(document).toEqual({
      type: `urn:counterpart:problem:${kind}`,
      title: titleOf(kind),
      status: problemKinds[kind],
      detail: 'Detail.',
      instance: 'urn:counterpart:request:r%201',
      errors: [fault],
    });
    expect(new CallRefused(document).kind).toBe(kind);
  });

  it('has a title of its own for every kind', () => {
    expect(new Set(kinds.map(titleOf)).size).toBe(kinds.length);
    expect(new Set(kinds.map(problemUri)).size).toBe(kinds.length);
  });
});
