/** What Java and JavaScript read alike: literals, classes, groups, alternatives, look-aheads, and quantifiers that are not possessive. */
const ALIKE = /^(?:\\[dDwWsSnrt.*+?()[\]{}|\\/^$'"-]|\[(?:\\[dDwWsSnrt.*+?()[\]{}|\\/^$'"-]|[^\\[\]&])+\]|\((?:\?[:=!]|(?!\?))|[)|.^]|[*+?](?!\+)|\{\d+(?:,\d*)?\}(?!\+)|[^\\[\](){}|*+?.^$])*$/;
/** `.` is not the same for these, nor is half a character. */
const UNLIKE = /[\u0085\ud800-\udfff]/;
const ANYTHING = /\[\\s\\S\]/g;
const SPACES = /\\[sS]/;
const ASCII = /^[ -~\n\r\t]*$/;

/** Whether a pattern matches all of a message, as `matches()` in Java does. Nothing, where Java may see it otherwise. */
export function matchesWhole(pattern: string, message: string): boolean | undefined {
  const expression = expressionOf(pattern, '^(?:', ')$');
  const isSpaced = SPACES.test(pattern.replace(ANYTHING, '')) && !ASCII.test(message);
  return expression === undefined || isSpaced || UNLIKE.test(message) ? undefined : expression.test(message);
}

/** The expression of a pattern that Java reads alike. */
export function expressionOf(pattern: string, before = '', after = '', flags = ''): RegExp | undefined {
  if (!ALIKE.test(pattern) || UNLIKE.test(pattern)) return undefined;
  try {
    return new RegExp(`${before}${pattern}${after}`, flags);
  } catch {
    return undefined;
  }
}
