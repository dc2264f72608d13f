/**
 * Filter patterns of CloudWatch Logs, by what AWS documents of them and by nothing of the library:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * Terms (all of them, `?` any of them, `-` none of them, quotes around what has other characters than letters and digits) and JSON
 * conditions with `&&`, `||`, parentheses, `=`, `!=`, numbers, `*` as a wildcard and `IS NULL`. Regular expressions and space-delimited patterns are refused.
 */
export function matches(pattern: string, line: string): boolean {
  const text = pattern.trim();
  if (text.startsWith('{')) return matchesJson(text, line);
  if (text.startsWith('[') || text.includes('%')) throw new Error(`not evaluated: ${pattern}`);
  return matchesTerms(text, line);
}

/** The value of a field of a line, for a dimension. */
export function fieldOf(selector: string, line: string): unknown {
  return at(JSON.parse(line), selector);
}

function matchesTerms(pattern: string, line: string): boolean {
  const terms = [...pattern.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/g)]
    .map(([, sign, quoted, plain]) => ({ sign, text: quoted?.replace(/\\(.)/g, '$1') ?? plain, plain }));
  const odd = terms.find(({ plain }) => plain !== undefined && /[^\w]/.test(plain));
  if (odd) throw new Error(`a term with other characters than letters, digits and _ must be quoted: ${odd.plain}`);
  const optional = terms.filter(({ sign }) => sign === '?');
  return terms.filter(({ sign }) => sign === '').every(({ text }) => line.includes(text))
    && terms.filter(({ sign }) => sign === '-').every(({ text }) => !line.includes(text))
    && (optional.length === 0 || optional.some(({ text }) => line.includes(text)));
}

/** A line that is no JSON from its first character on matches no JSON pattern. */
function matchesJson(pattern: string, line: string): boolean {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return false;
  }
  if (!pattern.endsWith('}')) throw new Error(`no closing brace: ${pattern}`);
  const tokens = [...pattern.slice(1, -1).matchAll(/\s*(\(|\)|&&|\|\||!=|<=|>=|=|<|>|"(?:[^"\\]|\\.)*"|\$(?:\.\w+|\[\d+\])+|IS NULL|NOT EXISTS|\*|[\w.-]+)/g)].map(([, token]) => token);
  const rest = pattern.slice(1, -1).replace(/\s*(\(|\)|&&|\|\||!=|<=|>=|=|<|>|"(?:[^"\\]|\\.)*"|\$(?:\.\w+|\[\d+\])+|IS NULL|NOT EXISTS|\*|[\w.-]+)/g, '').trim();
  if (rest) throw new Error(`not a filter pattern: ${rest}`);
  const result = either(tokens, event);
  if (tokens.length > 0) throw new Error(`left over: ${tokens.join(' ')}`);
  return result;
}

function either(tokens: string[], event: unknown): boolean {
  let result = both(tokens, event);
  while (tokens[0] === '||') {
    tokens.shift();
    const next = both(tokens, event);
    result ||= next;
  }
  return result;
}

function both(tokens: string[], event: unknown): boolean {
  let result = condition(tokens, event);
  while (tokens[0] === '&&') {
    tokens.shift();
    const next = condition(tokens, event);
    result &&= next;
  }
  return result;
}

function condition(tokens: string[], event: unknown): boolean {
  const first = tokens.shift();
  if (first === '(') {
    const result = either(tokens, event);
    if (tokens.shift() !== ')') throw new Error('no closing parenthesis');
    return result;
  }
  if (!first?.startsWith('$')) throw new Error(`a field must come here, got ${first}`);
  return compare(at(event, first), tokens.shift()!, tokens);
}

/** A field that isn't there is equal to nothing, and unequal to nothing. */
function compare(value: unknown, operator: string, tokens: string[]): boolean {
  if (operator === 'NOT EXISTS') return value === undefined;
  if (operator === 'IS NULL') return value === null;
  const given = tokens.shift()!;
  const wanted = given.startsWith('"') ? JSON.parse(given) as string : given;
  if (value === undefined || value === null) return false;
  const same = new RegExp(`^${wanted.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`).test(String(value));
  switch (operator) {
    case '=': return same;
    case '!=': return !same;
    case '<': return Number(value) < Number(wanted);
    case '>': return Number(value) > Number(wanted);
    case '<=': return Number(value) <= Number(wanted);
    case '>=': return Number(value) >= Number(wanted);
    default: throw new Error(`no operator: ${operator}`);
  }
}

function at(event: unknown, selector: string): unknown {
  return [...selector.matchAll(/\.(\w+)|\[(\d+)\]/g)].reduce<unknown>((value, [, name, index]) =>
    (value as Record<string, unknown> | null | undefined)?.[name ?? index], event);
}
