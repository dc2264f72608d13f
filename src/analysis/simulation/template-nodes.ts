/** A template has something that is not evaluated. It ends the evaluation, and goes no further than `render()`. */
export class Unsupported extends Error {}

/** Ends the evaluation of a template. */
export function refuse(what: string): never {
  const end = new Unsupported(what);
  throw end;
}

/** What the parser makes of a template: text, a block, or one of these. */
export type Node = string | Node[] | Reference | SetDirective | Branch | Text | Other | Calculation;

/** `$name.member.method(…)`. */
export interface Reference {
  readonly type: 'references';
  readonly id: string;
  readonly path?: readonly PathStep[];
  /** Whether it is in braces. */
  readonly isWraped?: boolean;
}

/** A step of a reference. */
export type PathStep =
  | { readonly type: 'property'; readonly id: string }
  | { readonly type: 'method'; readonly id: string; readonly args: readonly Node[] | false }
  | { readonly type: 'index'; readonly id: { readonly type: string; readonly value: string } };

/** `#set(…)`. */
export interface SetDirective {
  readonly type: 'set';
  readonly equal: readonly [Reference, Node];
}

/** The beginning of a branch. */
export interface Branch {
  readonly type: 'if' | 'elseif' | 'else';
  readonly condition?: Node;
}

/** A text in quotes: in double ones, references are replaced. */
export interface Text {
  readonly type: 'string';
  readonly value: string;
  readonly isEval?: boolean;
}

/** A comparison or a logical operator. */
export interface Calculation {
  readonly type: 'math';
  readonly operator: string;
  readonly expression: readonly Node[];
}

/** A literal, or what is refused. */
export interface Other {
  readonly type: 'integer' | 'bool' | 'comment' | 'foreach' | 'raw';
  readonly value: string;
}
