import { Token, Tokenization } from 'aws-cdk-lib';
import type { Definition, Path, StateEdit } from './definition';
import { locate, maskPlaceholders, UNKNOWN, type JsonNode } from './json-text';

/** Pieces of a text, and what makes one text of them. */
interface Pieces {
  readonly list: readonly unknown[];
  readonly delimiter: string;
  readonly wrap: (list: unknown[]) => unknown;
}

/** Something to put into the text before a character. */
interface TextInsertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A definition as text: a literal, or made by `Fn::Join` or `Fn::Sub`. Edits are put between the characters that are there, so that
 * every one of them stays.
 */
export class DefinitionText implements Definition {
  /** Reads a resolved text. `undefined` where it is not known enough to be read as JSON. */
  public static of(resolved: unknown): DefinitionText | undefined {
    const pieces = piecesOf(resolved);
    if (!pieces || pieces.list.some((piece) => typeof piece === 'string' && piece.includes(UNKNOWN))) return undefined;
    const masked = maskPlaceholders(pieces.list.map((piece) => typeof piece === 'string' ? piece : UNKNOWN).join(pieces.delimiter));
    return masked === undefined ? undefined : new DefinitionText(pieces, masked);
  }

  public readonly json: unknown;

  private constructor(private readonly pieces: Pieces, private readonly masked: string) {
    this.json = JSON.parse(masked);
  }

  public with(edits: readonly StateEdit[]): unknown {
    const root = locate(this.masked);
    // From the end to the beginning, so that the positions before stay what they are.
    const insertions = edits.flatMap((edit) => textsOf(nodeAt(root, edit.path), edit)).reverse().sort((a, b) => b.at - a.at);
    const list = [...this.pieces.list];
    for (const insertion of insertions) this.insert(list, insertion);
    return this.pieces.wrap(list);
  }

  /** Where something is inserted, one of the characters beside it is a literal one: it goes into the piece of that. */
  private insert(list: unknown[], { at, text }: TextInsertion): void {
    let start = 0;
    for (const [index, piece] of this.pieces.list.entries()) {
      const length = typeof piece === 'string' ? piece.length : UNKNOWN.length;
      if (typeof piece === 'string' && at >= start && at <= start + length) {
        const current = list[index] as string;
        list[index] = current.slice(0, at - start) + text + current.slice(at - start);
        return;
      }
      start += length + this.pieces.delimiter.length;
    }
  }
}

function piecesOf(resolved: unknown): Pieces | undefined {
  if (typeof resolved === 'string') return { list: [resolved], delimiter: '', wrap: ([text]) => text };
  const [name, value] = Object.entries<any>(resolved ?? {})[0] ?? [];
  if (name === 'Fn::Join' && Array.isArray(value?.[1])) {
    return { list: value[1], delimiter: value[0], wrap: (list) => ({ 'Fn::Join': [value[0], list] }) };
  }
  const [text, variables] = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  if (name === 'Fn::Sub' && typeof text === 'string') return { list: [text], delimiter: '', wrap: ([changed]) => substitution(changed as string, variables) };
  return undefined;
}

/** `Fn::Sub` takes a literal, so that tokens in it become variables. */
function substitution(text: string, given?: object): unknown {
  const variables: Record<string, unknown> = { ...given };
  const literal = text.replace(/\$\{Token\[[^\]]*\]\}/g, (token) => {
    const name = `TaskErrorHandling${Object.keys(variables).length}`;
    variables[name] = token;
    return `\${${name}}`;
  });
  return { 'Fn::Sub': Object.keys(variables).length === 0 ? literal : [literal, variables] };
}

function nodeAt(node: JsonNode, path: Path): JsonNode {
  return path.reduce((parent, key) => parent.members!.get(key)!, node);
}

function textsOf(state: JsonNode, { list, insertions }: StateEdit): TextInsertion[] {
  const existing = state.members!.get(list);
  const texts = (at: number) => insertions.filter((insertion) => insertion.at === at).map(({ value }) => stringify(value));
  // A state has a type at least, so that something follows.
  if (!existing) return [{ at: state.start + 1, text: `"${list}":[${insertions.map(({ value }) => stringify(value)).join()}],` }];
  const items = [...existing.members!.values()];
  if (items.length === 0) return [{ at: existing.start + 1, text: texts(0).join() }];
  return [
    ...items.map(({ start }, index) => ({ at: start, text: texts(index).map((text) => `${text},`).join('') })),
    { at: items[items.length - 1].end, text: texts(items.length).map((text) => `,${text}`).join('') },
  ].filter(({ text }) => text !== '');
}

/** Numbers that only the deployment knows go in as tokens, without quotes. */
function stringify(value: object): string {
  return JSON.stringify(value, (_, member) => typeof member === 'number' && Token.isUnresolved(member) ? Tokenization.stringifyNumber(member) : member)
    .replace(/"(\$\{Token\[[^\]]*\]\})"/g, '$1');
}
