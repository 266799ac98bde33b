// The message file speaks of everything that can be met: every check's threshold, every problem, every state.
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { counterpartFaults } from '../../shared/domain/counterpart.ts';
import { departmentFunctions } from '../../shared/domain/department.ts';
import { subjectSchema } from '../../shared/domain/finding.ts';
import { findingStates, levels } from '../../shared/domain/finding-levels.ts';
import { directions, perspectives } from '../../shared/domain/kpi.ts';
import { roles } from '../../shared/domain/member.ts';
import { problemKinds } from '../../shared/domain/problem.ts';
import { statuses } from '../../shared/domain/status.ts';
import { submissionStates } from '../../shared/domain/submission.ts';
import { en } from '../../web/messages/en.ts';

const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => texts(inner, `${path}/${name}`));

describe('the English texts', () => {
  it.each([
    ['problems', en.errors.byKind, Object.keys(problemKinds)],
    ['levels', en.level, levels],
    ['level counts', en.levelCount, levels],
    ['states of findings', en.state, findingStates],
    ['statuses', en.status, statuses],
    ['submissions', en.submission, [...submissionStates, 'missing', 'not-due']],
    ['perspectives', en.perspective, perspectives],
    ['directions', en.direction, directions],
    ['roles', en.role, roles],
    ['functions', en.departmentFunction, departmentFunctions],
    ['faults of counterparts', en.fault, counterpartFaults],
    ['subjects', en.subject, subjectSchema.shape.kind.options],
  ] as const)('have a word for all %s', (_what, said, wanted) => {
    expect(Object.keys(said).sort()).toEqual([...wanted].sort());
  });

  it('have a word for each threshold that a check names', () => {
    const named = catalogue.flatMap(({ meta }) => [...(meta.thresholds ?? [])]);
    expect(named.filter((name) => !Object.hasOwn(en.threshold, name))).toEqual([]);
  });

  it('are never empty, and open and close their places', () => {
    const faulty = texts(en).filter(
      ([, text]) => text.trim() === '' || text.replace(/\{\w+\}/g, '').match(/[{}]/),
    );
    expect(faulty).toEqual([]);
  });
});
