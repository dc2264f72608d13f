import { parse } from 'velocityjs';
import { Interpreter, Unsupported, type Node } from './interpreter';
import { refuse } from './template-nodes';

/** What a mapping template makes of the answer of a function. */
export interface Rendered {
  readonly body: string;
  /** The status and the headers that it sets by `$context.responseOverride`. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is in a template that this library does not evaluate. */
export interface NotRendered {
  readonly unsupported: string;
}

/**
 * Evaluates the part of VTL that was compared with Apache Velocity. White space around directives may differ. Whatever else it would have
 * to write or to decide by is refused.
 */
export function render(template: string, payload: string): Rendered | NotRendered {
  try {
    const interpreter = new Interpreter(payload);
    const body = interpreter.run(parsed(template));
    return { body, status: interpreter.status, headers: interpreter.headers };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    throw error;
  }
}

/** The parser drops what is left over, and the backslash of an escape. */
function parsed(template: string): Node[] {
  const [opened, closed] = [/#\{?(?:if|foreach|macro|define)\b/g, /#\{?end\b/g].map((directive) => template.match(directive)?.length ?? 0);
  if (opened !== closed || /\\[#$]/.test(template)) refuse('a directive that is not closed, or an escape');
  try {
    return parse(template) as Node[];
  } catch {
    return refuse('a syntax that can not be read');
  }
}
