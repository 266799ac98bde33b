/** The few functions of CloudFormation that our template uses, worked out; any other is an error that names its path. */
import * as z from 'zod';
import { StartError } from './start-error.ts';

/** What references stand for on this machine. Each function throws a StartError for what it does not know. */
export interface References {
  /** The value of `{ Ref: id }`: a pseudo parameter, or the name of a resource. */
  ref(id: string): string;
  /** The value of `{ Fn::GetAtt: [id, name] }`. */
  attribute(id: string, name: string): string;
  /** The last word on a text that was put together from references. */
  text(joined: string): string;
}

const Join = z.tuple([z.string(), z.array(z.unknown())]);
const Sub = z.tuple([z.string(), z.record(z.string(), z.unknown())]);

/**
 * A copy of the value in which every intrinsic function is replaced by what it stands for.
 * Throws a StartError that names the path for a function that is not Ref, GetAtt, Join or Sub.
 */
export function resolve(value: unknown, references: References, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => resolve(item, references, `${path}.${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined && /^(Ref|Condition|Fn::.*)$/.test(name)) {
    return apply(name, argument, references, path);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, references, `${path}.${key}`)]));
}

function apply(name: string, argument: unknown, references: References, path: string): string {
  switch (name) {
    case 'Ref':
      return references.ref(z.string().parse(argument));
    case 'Fn::GetAtt':
      return attribute(argument, references);
    case 'Fn::Join': {
      const [separator, parts] = Join.parse(argument);
      return references.text(resolveAll(parts, references, path).join(separator));
    }
    case 'Fn::Sub':
      return references.text(substitute(argument, references, path));
    default:
      throw new StartError(
        `The local stack can't interpret ${path}: it knows Ref, GetAtt, Join and Sub, found ${name}.`,
      );
  }
}

function resolveAll(parts: readonly unknown[], references: References, path: string): string[] {
  return parts.map((part, index) => String(resolve(part, references, `${path}.${index}`)));
}

function attribute(argument: unknown, references: References): string {
  const [id = '', ...name] =
    typeof argument === 'string' ? argument.split('.') : z.array(z.string()).parse(argument);
  return references.attribute(id, name.join('.'));
}

function substitute(argument: unknown, references: References, path: string): string {
  const [text, variables] = Sub.parse(typeof argument === 'string' ? [argument, {}] : argument);
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    if (Object.hasOwn(variables, name))
      return String(resolve(variables[name], references, `${path}.${name}`));
    return name.includes('.') ? attribute(name, references) : references.ref(name);
  });
}
