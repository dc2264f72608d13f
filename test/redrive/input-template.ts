/**
 * What an EventBridge pipe makes of the messages of a queue for a Lambda function, by the rules that AWS documents:
 *
 * 1. A function gets a JSON array, also of one; a template is applied to each message by itself.
 * 2. Without a template a message comes as it is. Its body is a string then.
 * 3. For a template, a body that is JSON is parsed, so that paths lead into it.
 * 4. A string variable gets quotes, unless it has them. An object or array gets none.
 * 5. An object or array within a string, or as the whole template, loses its quotes: `{"key": "value"}` becomes `"{key: value}"`.
 * 6. A variable that leads nowhere doesn't appear.
 *
 * Not documented is whether numbers, escapes and white space survive the parsing, so that nothing here proves that they do.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html
 */
export function payloadOf(messages: readonly object[], template?: string): string {
  if (template === undefined) return JSON.stringify(messages);
  return `[${messages.map((message) => transformed(message, template)).join(',')}]`;
}

const VARIABLE = /<\$\.([^>]+)>/g;

function transformed(message: object, template: string): string {
  const source = { ...message, body: parsed((message as { body: string }).body) };
  const text = template.trim();
  const whole = /^<\$\.([^>]+)>$/.exec(text);
  if (whole) return asString(valueAt(source, whole[1]));
  const inString = /^"(?:[^"\\]|\\.)*"$/.test(text);
  return text.replace(VARIABLE, (match, path: string, at: number) => {
    const value = valueAt(source, path);
    if (value === undefined) return '';
    const isQuoted = inString || (text[at - 1] === '"' && text[at + match.length] === '"');
    return isQuoted ? unquoted(value) : JSON.stringify(value);
  });
}

function asString(value: unknown): string {
  return value === undefined ? '' : `"${unquoted(value)}"`;
}

function unquoted(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : readable(value);
}

/** As AWS shows it. */
function readable(value: unknown): string {
  return JSON.stringify(value, undefined, 0).replace(/":/g, '": ').replace(/"/g, '');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<any>((container, name) => container?.[name], value);
}
