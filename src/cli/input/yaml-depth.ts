import { Parser } from 'yaml';

interface Token {
  readonly items?: readonly { readonly key?: Token | null; readonly value?: Token }[];
  readonly value?: unknown;
}

/**
 * Whether YAML is nested deeper than a number of levels. Reads the tokens one by one, without recursion: building values out of
 * thousands of levels would end the process.
 */
export function isYamlDeeperThan(text: string, depth: number): boolean {
  for (const token of new Parser().parse(text)) {
    const todo: [token: Token, level: number][] = [[token as Token, 0]];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [{ items = [], value }, level] = next;
      if (level > depth) return true;
      const parts = [...items.flatMap((item) => [item.key, item.value]), value];
      for (const part of parts) if (typeof part === 'object' && part !== null) todo.push([part as Token, level + 1]);
    }
  }
  return false;
}
