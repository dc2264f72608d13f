/** Stands for a value that only the deployment knows. A character of the private use area, which no text needs. */
export const UNKNOWN = '\uE000';

/** A value in a text, and where it stands. */
export interface JsonNode {
  readonly start: number;
  /** One behind the last character. */
  readonly end: number;
  /** The values of an object or array by name or index. Absent for texts, numbers and so on. */
  readonly members?: ReadonlyMap<string | number, JsonNode>;
}

const STRING = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"';
/** What deployment puts in outside of a text: a token, or a variable of `Fn::Sub`. */
const PLACEHOLDER = `${UNKNOWN}|\\$\\{[^}]*\\}`;
const SCALAR = new RegExp(`${STRING}|[^\\s,\\]}]+`, 'y');
const SPACE = /[\s,:]*/y;

/**
 * Makes JSON of a text with placeholders outside of strings, every character in its place: each becomes the number 0. `undefined` where
 * that is still no JSON.
 */
export function maskPlaceholders(text: string): string | undefined {
  const masked = text.replace(new RegExp(`${STRING}|${PLACEHOLDER}`, 'gs'), (found) => found.startsWith('"') ? found : '0'.padEnd(found.length));
  try {
    JSON.parse(masked);
    return masked;
  } catch {
    return undefined;
  }
}

/** Where the values of a text stand. It must be JSON. */
export function locate(json: string): JsonNode {
  return new Reader(json).read();
}

/** It relies on the text being JSON, so that commas and colons are just space between values. */
class Reader {
  private position = 0;

  constructor(private readonly json: string) {
  }

  public read(): JsonNode {
    this.skip(SPACE);
    const start = this.position;
    const opening = this.json[start];
    if (opening === '{') return this.container(start, '}', () => JSON.parse(this.take(SCALAR)) as string);
    if (opening === '[') return this.container(start, ']', (index) => index);
    this.skip(SCALAR);
    return { start, end: this.position };
  }

  private container(start: number, closing: string, keyOf: (index: number) => string | number): JsonNode {
    const members = new Map<string | number, JsonNode>();
    this.position++;
    for (this.skip(SPACE); this.json[this.position] !== closing; this.skip(SPACE)) members.set(keyOf(members.size), this.read());
    this.position++;
    return { start, end: this.position, members };
  }

  private take(pattern: RegExp): string {
    const { position } = this;
    this.skip(pattern);
    return this.json.slice(position, this.position);
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.position;
    pattern.test(this.json);
    this.position = pattern.lastIndex;
  }
}
