import { describe, expect, it } from 'vitest';
import { type References, resolve } from '../../local/intrinsics.ts';

const references: References = {
  ref: (id) => `<${id}>`,
  attribute: (id, name) => `<${id}/${name}>`,
  text: (joined) => joined.replace('https:', 'http:'),
};
/** A hole in a text of Fn::Sub. */
const hole = (name: string): string => ['$', '{', name, '}'].join('');
const resolved = (value: unknown) => resolve(value, references, 'Thing.Properties');

describe('resolve', () => {
  it.each([
    ['a reference', { Ref: 'Table' }, '<Table>'],
    ['an attribute as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, '<Table/Arn>'],
    ['an attribute as a text', { 'Fn::GetAtt': 'Table.Stream.Arn' }, '<Table/Stream.Arn>'],
    ['a joined text', { 'Fn::Join': ['', ['https://', { Ref: 'Door' }, '/']] }, 'http://<Door>/'],
    [
      'a text with holes',
      { 'Fn::Sub': `a-${hole('AWS::Region')}-${hole('Table.Arn')}-${hole('!literal')}` },
      `a-<AWS::Region>-<Table/Arn>-${hole('literal')}`,
    ],
    [
      'a text with holes and own values',
      { 'Fn::Sub': [`${hole('x')}/${hole('Y')}`, { x: { Ref: 'X' } }] },
      '<X>/<Y>',
    ],
    [
      'nested values',
      { list: [{ deep: { Ref: 'A' } }, 1, true, null] },
      { list: [{ deep: '<A>' }, 1, true, null] },
    ],
    ['an object that only looks like one', { Ref: 'A', other: 1 }, { Ref: 'A', other: 1 }],
  ])('replaces %s', (_, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each([
    ['Fn::If', { a: [{ 'Fn::If': ['x', 1, 2] }] }],
    ['Fn::ImportValue', { a: [{ 'Fn::ImportValue': 'x' }] }],
  ])('names the path of %s, which it does not know', (name, value) => {
    expect(() => resolved(value)).toThrow(
      `Thing.Properties.a.0: it knows Ref, GetAtt, Join and Sub, found ${name}`,
    );
  });
});
