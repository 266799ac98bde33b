/** What the documents for operators name is there, and what rings is in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { operatorProgram } from '../../cli/operator-program.ts';
import { FULL_PROD, resourcesOf, synthesise } from './synthesis.ts';

const document = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');
const runbook = document('runbook.md');
const deploy = document('deploy.md');
const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

describe('the runbook', () => {
  it('has a heading for every alarm, word for word, and no other, with what to do below', () => {
    const alarms = resourcesOf(synthesise(FULL_PROD), 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
      z.string().parse(Properties['AlarmDescription']),
    );
    expect(all(runbook, /^### (.+)$/gm).toSorted()).toEqual(alarms.toSorted());
    for (const part of runbook.split(/^### .+$/m).slice(1)) expect(part.trim().length).toBeGreaterThan(80);
  });
});

describe('the way from an empty account', () => {
  it('names every key that context can set', () => {
    const rows = all(deploy, /^\| (`.+?) \|/gm).flatMap((cell) => all(cell, /`(\w+)`/g));
    expect(rows.toSorted()).toEqual(Object.keys({ ...FULL_PROD, mailRedirectTo: '' }).toSorted());
  });

  it('names every output of the stack, and no other', () => {
    const [, list = ''] = /The outputs: (.+?)\. /.exec(deploy) ?? [];
    const outputs = Object.keys(synthesise(FULL_PROD).findOutputs('*'));
    expect(all(list, /`(\w+)`/g).toSorted()).toEqual(outputs.toSorted());
  });
});

it('every operator command that a document names is there, with its options', () => {
  const never = () => {
    throw new Error('nothing is carried out here');
  };
  const program = operatorProgram({ operator: never, inviting: never, care: never, print: never }, 'table');
  const known = new Map(program.commands.map((one) => [one.name(), one.options.map(({ long }) => long)]));
  const text = `${runbook}\n${deploy}`.replaceAll('\\\n', ' ');
  const named = [
    ...text.matchAll(/`?(?:operator -- )?((?:[a-z]+-)?(?:organisation|login|redrive))((?: [^`\n]*)?)/g),
  ]
    .filter(([, name = '']) => known.has(name) || name.includes('-'))
    .map(([, name = '', rest = '']) => ({ name, options: all(rest, /(--[a-z-]+)/g) }));
  expect(named.length).toBeGreaterThan(5);
  for (const { name, options } of named) {
    expect([...known.keys()]).toContain(name);
    for (const option of options)
      expect({ name, options: known.get(name) }).toMatchObject({ options: expect.arrayContaining([option]) });
  }
});
