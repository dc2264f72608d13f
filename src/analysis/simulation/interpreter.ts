import { parse } from 'velocityjs';
import { REQUEST_ID } from './cause';
import { valueAt, isSimplePath } from './json-path';
import { refuse, type Node, type PathStep, type Reference } from './template-nodes';
import { callText } from './text-methods';

export { Unsupported, type Node } from './template-nodes';

const COMPARED: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = { '==': (left, right) => left === right, '!=': (left, right) => left !== right };

/** Runs a template on the answer of a function. Strict: whatever it does not know as Velocity means it is refused. */
export class Interpreter {
  public status?: number;
  public readonly headers: Record<string, string> = {};

  private readonly variables = new Map<string, unknown>();
  private readonly json: unknown;

  constructor(private readonly payload: string) {
    this.json = JSON.parse(payload);
  }

  /** What nodes write. */
  public run(nodes: readonly Node[]): string {
    nodes.forEach((node, i) => refuseHyphen(node, nodes[i + 1]));
    return nodes.map((node) => this.write(node)).join('');
  }

  private write(node: Node): string {
    if (typeof node === 'string') return plainText(node);
    if (Array.isArray(node)) return this.branch(node);
    if (node.type === 'references') return textOf(this.refer(node), node);
    if (node.type === 'set') return this.set(node.equal);
    return refuse(`\`#${node.type}\``);
  }

  /** `#if` with its branches: the nodes of all of them, one after another. */
  private branch(nodes: readonly Node[]): string {
    const [first] = nodes;
    if (typeof first === 'string' || Array.isArray(first) || first?.type !== 'if') refuse(`\`#${kindOf(first)}\``);
    let isChosen = false;
    let isDone = false;
    const chosen: Node[] = [];
    for (const node of nodes) {
      const kind = kindOf(node);
      if (kind === 'if' || kind === 'elseif' || kind === 'else') {
        isDone ||= isChosen;
        isChosen = !isDone && (kind === 'else' || this.isTrue((node as { condition: Node }).condition));
      } else if (isChosen) {
        chosen.push(node);
      }
    }
    return this.run(chosen);
  }

  private set([target, source]: readonly [Reference, Node]): string {
    const value = this.evaluate(source);
    const path = (target.path ?? []).map(nameOf);
    if (target.id === 'context' && path[0] === 'responseOverride') {
      if (path[1] === 'status' && path.length === 2) this.status = Number(textOf(value));
      else if (path[1] === 'header' && path.length === 3 && path[2] !== undefined) this.headers[path[2]] = textOf(value);
      else return refuse(`\`$context.${path.join('.')}\``);
      return '';
    }
    if (path.length > 0) refuse(`a change of \`$${target.id}\``);
    this.variables.set(target.id, value);
    return '';
  }

  private evaluate(node: Node): unknown {
    if (typeof node === 'string' || Array.isArray(node)) refuse('a list');
    switch (node.type) {
      case 'references': return this.refer(node);
      case 'string': return node.isEval && /[$#]/.test(node.value) ? this.run(parse(node.value) as Node[]) : node.value;
      case 'integer': return Number(node.value);
      case 'bool': return node.value === 'true';
      case 'math': return this.isTrue(node);
      default: return refuse(`\`${node.type}\``);
    }
  }

  /** Versions of Velocity differ in what is true besides truth values. */
  private isTrue(node: Node): boolean {
    if (typeof node === 'string' || Array.isArray(node) || node.type !== 'math') {
      const value = this.evaluate(node);
      if (typeof value !== 'boolean') refuse('a condition that is no comparison');
      return value;
    }
    const { operator, expression: [left, right] } = node;
    if (operator === 'parenthesis') return this.isTrue(left);
    if (operator === 'not') return !this.isTrue(left);
    if (operator === '&&') return this.isTrue(left) && this.isTrue(right);
    if (operator === '||') return this.isTrue(left) || this.isTrue(right);
    return this.compare(operator, this.evaluate(left), this.evaluate(right));
  }

  private compare(operator: string, left: unknown, right: unknown): boolean {
    const compare = Object.prototype.hasOwnProperty.call(COMPARED, operator) ? COMPARED[operator] : undefined;
    if (!compare || typeof left !== typeof right || typeof left === 'object') refuse(`\`${operator}\` of what it is not sure to compare`);
    return compare(left, right);
  }

  private refer({ id, path = [] }: Reference): unknown {
    const [first, ...rest] = path;
    if (id === 'input' && first) return this.steps(this.input(first), rest);
    if (id === 'util' && first?.type === 'method') return this.steps(this.util(first), rest);
    if (id === 'context' && first?.type === 'property' && first.id === 'requestId' && rest.length === 0) return REQUEST_ID;
    if (this.variables.has(id)) return this.steps(this.variables.get(id), path);
    return refuse(`\`$${[id, ...path.map((step) => nameOf(step) ?? '…')].join('.')}\``);
  }

  private input(step: PathStep): unknown {
    if (step.type === 'property' && step.id === 'body') return this.payload;
    const [path] = this.argumentsOf(step);
    if (step.type !== 'method' || typeof path !== 'string' || !isSimplePath(path)) refuse(`\`$input.${nameOf(step)}\``);
    const value = valueAt(this.json, path) ?? '';
    if (step.id === 'path') return value;
    if (step.id === 'json') return JSON.stringify(value);
    return refuse(`\`$input.${step.id}\``);
  }

  private util(step: PathStep): unknown {
    const [text] = this.argumentsOf(step);
    const name = nameOf(step) ?? '';
    if (typeof text !== 'string') refuse(`\`$util.${name}\` of what is no text`);
    return callText(text, name, []);
  }

  private steps(value: unknown, steps: readonly PathStep[]): unknown {
    return steps.reduce((current, step) => {
      if (typeof current !== 'string' || step.type !== 'method') refuse(`\`.${nameOf(step) ?? '…'}\``);
      return callText(current, step.id, this.argumentsOf(step));
    }, value);
  }

  private argumentsOf(step: PathStep): unknown[] {
    return step.type === 'method' && step.args ? step.args.map((argument) => this.evaluate(argument)) : [];
  }
}

/** Versions of Velocity differ in whether a hyphen is a part of a name. */
function refuseHyphen(node: Node, next: Node | undefined): void {
  if (typeof node === 'string' || Array.isArray(node)) return;
  const references = node.type === 'references' ? [node] : node.type === 'set' ? [node.equal[0]] : [];
  const isHyphenated = references.some(({ id, path = [] }) => id.includes('-') || path.some((step) => step.type !== 'index' && step.id.includes('-')));
  if (isHyphenated || (node.type === 'references' && !node.isWraped && typeof next === 'string' && next.startsWith('-'))) refuse('a hyphen in a name');
}

/** Text with what may be a directive, a reference or an escape for Velocity is not what it looks like. */
function plainText(text: string): string {
  if (/[#$][A-Za-z{!@[\\]|\\[#$]|\\$/.test(text)) refuse(`the text \`${text.trim().slice(0, 40)}\``);
  return text;
}

function kindOf(node: Node | undefined): string {
  return node === undefined || typeof node === 'string' || Array.isArray(node) ? 'text' : node.type;
}

/** The name of a member, in dots or in brackets. */
function nameOf(step: PathStep): string | undefined {
  return step.type === 'index' ? step.id.type === 'string' ? step.id.value : undefined : step.id;
}

/** A value as it is written: Java writes other numbers and objects otherwise. */
function textOf(value: unknown, reference?: Reference): string {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value);
  return refuse(`\`$${reference?.id ?? ''}\`, which is no text`);
}
