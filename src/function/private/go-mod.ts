/** The lines of a `go.mod` or `go.work` that say where packages are. */
export interface GoModFile {
  /** Absent in a `go.work`. */
  readonly module?: string;
  /** The version of the `go` line. */
  readonly go?: string;
  /** Required versions by module path. */
  readonly requires: ReadonlyMap<string, string>;
  /** Folders by the path of the module they stand for. Replacements by another published module are not listed. */
  readonly localReplaces: ReadonlyMap<string, string>;
  /** The folders of the workspace. */
  readonly uses: readonly string[];
}

interface Draft {
  module?: string;
  go?: string;
  requires: Map<string, string>;
  localReplaces: Map<string, string>;
  uses: string[];
}

/** Reads a `go.mod` or a `go.work`. Never fails: what it can't read it leaves to Go, which says what is wrong. */
export function readGoModFile(content: string): GoModFile {
  const draft: Draft = { requires: new Map(), localReplaces: new Map(), uses: [] };
  let block: string | undefined;
  for (const line of content.split('\n')) {
    const words = wordsOf(line);
    if (words.length === 0) {
      continue;
    }
    if (words[0] === ')') {
      block = undefined;
    } else if (block !== undefined) {
      addLine(draft, block, words);
    } else if (words[1] === '(') {
      block = words[0];
    } else {
      addLine(draft, words[0], words.slice(1));
    }
  }
  return draft;
}

/** Whether a Go version as in a `go` line is at least 1.`minor`. */
export function goVersionAtLeast(version: string | undefined, minor: number): boolean {
  const match = /^(\d+)(?:\.(\d+))?/.exec(version ?? '');
  return match !== null && (Number(match[1]) > 1 || (Number(match[1]) === 1 && Number(match[2] ?? 0) >= minor));
}

function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/"[^"]*"|`[^`]*`|\/\/.*|=>|[()]|[^\s()"`]+/g)) {
    if (word.startsWith('//')) {
      break;
    }
    words.push(/^["`]/.test(word) ? word.slice(1, -1) : word);
  }
  return words;
}

function addLine(draft: Draft, verb: string, words: string[]): void {
  const [first, second] = words;
  if (first === undefined) {
    return;
  }
  switch (verb) {
    case 'module': draft.module = first; break;
    case 'go': draft.go = first; break;
    case 'use': draft.uses.push(first); break;
    case 'require': draft.requires.set(first, second ?? ''); break;
    case 'replace': addReplace(draft, words); break;
  }
}

function addReplace(draft: Draft, words: string[]): void {
  const target = words[words.indexOf('=>') + 1];
  if (words.includes('=>') && target !== undefined && isFolder(target)) {
    draft.localReplaces.set(words[0], target);
  }
}

function isFolder(target: string): boolean {
  return /^(?:\.{1,2}(?:[/\\]|$)|[/\\]|[A-Za-z]:)/.test(target);
}
