import { plusBuildToExpression } from './go-constraint';

/** What of a Go source file decides whether it is in a build, and what it brings along. */
export interface GoSource {
  /** Absent when the file has no readable package clause. */
  readonly packageName?: string;
  readonly imports: string[];
  /** Patterns of its `//go:embed` lines. */
  readonly embeds: string[];
  /** `//go:build` expressions which must all hold. */
  readonly constraints: string[];
}

const TOKEN = /[\s;]+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"?|`[^`]*`?|[\p{L}_][\p{L}\p{N}_]*|[\s\S]/uy;

/**
 * Reads the head of a Go file, and its embed lines. Never fails: of a file that Go refuses it gives what it could read, and the build says
 * what is wrong.
 */
export function readGoSource(content: string): GoSource {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  const tokens = new Tokens(text);
  let token = tokens.next();
  const constraints = readConstraints(text.slice(0, tokens.start));
  const packageName = token === 'package' ? tokens.next() : undefined;
  const imports: string[] = [];
  token = packageName === undefined ? undefined : tokens.next();
  while (token === 'import') {
    token = readImport(tokens, imports);
  }
  return { packageName, imports, embeds: imports.includes('embed') ? readEmbeds(text) : [], constraints };
}

/** Tokens without blanks and comments. */
class Tokens {
  /** Where the last token starts. */
  public start = 0;
  private position = 0;

  constructor(private readonly text: string) {}

  public next(): string | undefined {
    while (this.position < this.text.length) {
      TOKEN.lastIndex = this.position;
      const token = TOKEN.exec(this.text)?.[0] ?? this.text[this.position];
      this.start = this.position;
      this.position += token.length;
      if (!/^(?:[\s;]|\/\/|\/\*)/.test(token)) {
        return token;
      }
    }
    this.start = this.text.length;
    return undefined;
  }
}

/** Reads what follows `import`; gives the token after it. */
function readImport(tokens: Tokens, imports: string[]): string | undefined {
  let token = tokens.next();
  const group = token === '(';
  if (group) {
    token = tokens.next();
  }
  while (token !== undefined && token !== ')') {
    if (/^["`]/.test(token)) {
      imports.push(token.slice(1, -1));
      if (!group) {
        break;
      }
    } else if (!/^[\p{L}_.]/u.test(token)) {
      return token;
    }
    token = tokens.next();
  }
  return tokens.next();
}

/** The constraints in the comments before the package clause: one `//go:build` line, or else the older `// +build` lines. */
function readConstraints(header: string): string[] {
  const withoutBlocks = header.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (block) => block.replace(/[^\n]/g, '').padStart(1));
  const goBuild = [...withoutBlocks.matchAll(/^[ \t]*\/\/go:build[ \t]+(.*)$/gm)].map((match) => match[1]);
  if (goBuild.length > 0) {
    return goBuild;
  }
  const lines = header.split('\n').slice(0, -1).map((line) => line.trim());
  const end = lines.findIndex((line) => line !== '' && !line.startsWith('//'));
  const leading = end < 0 ? lines : lines.slice(0, end);
  const plusBuild = leading.slice(0, Math.max(leading.lastIndexOf(''), 0)).flatMap((line) => /^\/\/[ \t]*\+build[ \t]+(.*)$/.exec(line)?.[1] ?? []);
  return plusBuild.map(plusBuildToExpression);
}

/** A line in a raw string that only looks like an embed line is taken as well: a file too many in the hash does no harm, one too few would. */
function readEmbeds(text: string): string[] {
  return [...text.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.*)$/gm)].flatMap((match) =>
    (match[1].match(/"(?:\\.|[^"\\])*"|`[^`]*`|\S+/g) ?? []).map(unquote));
}

function unquote(pattern: string): string {
  if (pattern.startsWith('`')) {
    return pattern.slice(1, -1);
  }
  if (!pattern.startsWith('"')) {
    return pattern;
  }
  try {
    return String(JSON.parse(pattern));
  } catch {
    return pattern.slice(1, -1);
  }
}
