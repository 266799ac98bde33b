/** Event patterns, as event rules and stream filters write them: those rules that the template uses, no others. */
import { StartError } from './start-error.ts';

/** Tells whether an event matches. */
export type Matcher = (event: unknown) => boolean;

/**
 * Reads a pattern: objects go down by name, a list holds alternatives (a value, or one of prefix, suffix, exists,
 * anything-but). Throws a StartError that names the path of any other rule.
 */
export function compilePattern(pattern: unknown, path: string): Matcher {
  if (Array.isArray(pattern))
    return anyOf(pattern.map((rule, index) => compileRule(rule, `${path}.${index}`)));
  if (typeof pattern !== 'object' || pattern === null) {
    throw new StartError(`The pattern ${path} is ${JSON.stringify(pattern)}, expected a list or an object.`);
  }
  const parts = Object.entries(pattern).map(([name, part]) => {
    if (name.startsWith('$'))
      throw new StartError(`The local stack does not know the pattern ${path}.${name}.`);
    return [name, compilePattern(part, `${path}.${name}`)] as const;
  });
  return (event) => parts.every(([name, matches]) => matches(member(event, name)));
}

/** Reads several patterns, of which one is enough; without any, everything matches. */
export function compilePatterns(patterns: readonly unknown[], path: string): Matcher {
  if (patterns.length === 0) return () => true;
  return anyOf(patterns.map((pattern, index) => compilePattern(pattern, `${path}.${index}`)));
}

function anyOf(matchers: readonly Matcher[]): Matcher {
  return (value) => matchers.some((matches) => matches(value));
}

function member(event: unknown, name: string): unknown {
  return typeof event === 'object' && event !== null ? (event as Record<string, unknown>)[name] : undefined;
}

function compileRule(rule: unknown, path: string): Matcher {
  if (typeof rule !== 'object' || rule === null) return overEach((value) => value === rule);
  const [[name, operand] = ['nothing', undefined], ...others] = Object.entries(rule);
  if (others.length === 0) {
    if (name === 'prefix' && typeof operand === 'string') return overText((text) => text.startsWith(operand));
    if (name === 'suffix' && typeof operand === 'string') return overText((text) => text.endsWith(operand));
    if (name === 'exists') return (value) => (value !== undefined) === operand;
    if (name === 'anything-but' && typeof operand !== 'object') {
      return overEach((value) => value !== undefined && value !== operand);
    }
    if (name === 'anything-but' && Array.isArray(operand)) {
      return overEach((value) => value !== undefined && !operand.includes(value));
    }
  }
  throw new StartError(`The local stack does not know the pattern ${path}: ${JSON.stringify(rule)}.`);
}

function overText(test: (text: string) => boolean): Matcher {
  return overEach((value) => typeof value === 'string' && test(value));
}

function overEach(test: (value: unknown) => boolean): Matcher {
  return (value) => (Array.isArray(value) ? value.some(test) : test(value));
}
