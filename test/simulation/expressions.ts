// What DynamoDB does with the condition, filter and update expressions that the service writes; an expression of any
// other form throws, so that nothing is judged by guessing.

/** An item's attributes, plain. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The names and values that an expression's placeholders stand for. */
export interface Placeholders {
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

const known = new Map<string, readonly string[]>();
const tokensOf = (expression: string): readonly string[] => {
  const tokens = known.get(expression) ?? expression.match(/[#:]?[\w.]+|<=|>=|<>|[=<>(),]/g) ?? [];
  known.set(expression, tokens);
  return tokens;
};

const compare = (left: unknown, operator: string, right: unknown): boolean => {
  if (operator === '=') return left === right;
  if (operator === '<>') return left !== right;
  if (typeof left !== typeof right || (typeof left !== 'string' && typeof left !== 'number')) return false;
  const [a, b] = [left, right as typeof left];
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
};

/** Whether an item, or its absence, meets a condition. */
export const holds = (
  expression: string,
  item: Attributes | undefined,
  { names = {}, values = {} }: Placeholders,
): boolean => {
  const tokens = tokensOf(expression);
  let at = 0;
  const fail = (): never => {
    throw new Error(`no such expression is known: ${expression}`);
  };
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted)) return fail();
    return token;
  };
  const operand = (): unknown => {
    const token = take();
    return token.startsWith(':')
      ? values[token]
      : item?.[token.startsWith('#') ? (names[token] ?? fail()) : token];
  };
  const list = (): unknown[] => {
    take('(');
    const all = [operand()];
    while (tokens[at] === ',') {
      at++;
      all.push(operand());
    }
    take(')');
    return all;
  };
  const primary = (): boolean => {
    const [word] = [tokens[at]];
    if (word === '(') {
      at++;
      const inside = either();
      take(')');
      return inside;
    }
    if (word === 'attribute_exists' || word === 'attribute_not_exists') {
      at++;
      return (list()[0] !== undefined) === (word === 'attribute_exists');
    }
    if (word === 'begins_with') {
      at++;
      const [text, start] = list();
      return typeof text === 'string' && text.startsWith(String(start));
    }
    const left = operand();
    const operator = take();
    if (operator === 'IN') return list().includes(left);
    if (operator === 'BETWEEN') {
      const low = operand();
      take('AND');
      const high = operand();
      return compare(left, '>=', low) && compare(left, '<=', high);
    }
    return /^[<>=]/.test(operator) ? compare(left, operator, operand()) : fail();
  };
  const both = (): boolean => {
    let all = primary();
    while (tokens[at] === 'AND') {
      at++;
      all = primary() && all;
    }
    return all;
  };
  const either = (): boolean => {
    let any = both();
    while (tokens[at] === 'OR') {
      at++;
      any = both() || any;
    }
    return any;
  };
  const result = either();
  return at === tokens.length ? result : fail();
};

/** An item after an update: `SET a = :v, #b = :w` or `REMOVE a`. */
export const updated = (
  expression: string,
  item: Attributes,
  { names = {}, values = {} }: Placeholders,
): Attributes => {
  const nameOf = (token: string) => (token.startsWith('#') ? names[token] : token) ?? token;
  const [, verb, rest = ''] = /^(SET|REMOVE) (.+)$/.exec(expression) ?? [];
  const after: Record<string, unknown> = { ...item };
  for (const part of rest.split(/,\s*/)) {
    const [, name, value] = /^([#\w]+)(?: = (:\w+))?$/.exec(part) ?? [];
    if (name === undefined || (verb === 'SET') !== (value !== undefined))
      throw new Error(`no such update is known: ${expression}`);
    if (value === undefined) delete after[nameOf(name)];
    else after[nameOf(name)] = values[value];
  }
  return after;
};
