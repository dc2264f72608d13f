import { intrinsicIn, listOf, memberOf, textIn } from './json';

/** A condition of the template that is taken to be true or false. */
export interface Assumption {
  readonly condition: string;
  readonly is: boolean;
}

/** Conditions of one template that are taken to be true or false. */
export class Given {
  /** Nothing is assumed. */
  public static readonly NOTHING = new Given(new Map());

  /** What holds where a condition is true or false: what it is made of holds too. */
  public static that(conditions: unknown, ...assumptions: readonly Assumption[]): Given {
    return Given.NOTHING.with(conditions, ...assumptions);
  }

  private constructor(private readonly truths: ReadonlyMap<string, boolean>) {}

  /** The same and more. */
  public with(conditions: unknown, ...assumptions: readonly Assumption[]): Given {
    if (assumptions.length === 0) return this;
    const truths = new Map(this.truths);
    for (const { condition, is } of assumptions) spread(conditions, condition, is, truths);
    return new Given(truths);
  }

  /** Whether a condition is true, if that is given. */
  public truthOf(condition: string): boolean | undefined {
    return this.truths.get(condition);
  }

  /** Whether all of it is given too, so that it holds wherever this does. */
  public implies(assumptions: readonly Assumption[]): boolean {
    return assumptions.every(({ condition, is }) => this.truths.get(condition) === is);
  }

  /** Whether it can't be true at the same time. */
  public excludes(assumptions: readonly Assumption[]): boolean {
    return assumptions.some(({ condition, is }) => this.truths.get(condition) === !is);
  }
}

/** All of an `Fn::And` that holds, none of an `Fn::Or` that doesn't. */
function spread(conditions: unknown, condition: string, truth: boolean, truths: Map<string, boolean>): void {
  const todo: Assumption[] = [{ condition, is: truth }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (truths.has(next.condition)) continue;
    truths.set(next.condition, next.is);
    todo.push(...implied(memberOf(conditions, next.condition), next.is));
  }
}

function implied(expression: unknown, is: boolean): Assumption[] {
  const [name, argument] = intrinsicIn(expression) ?? [];
  switch (name) {
    case 'Condition': return named([expression], is);
    case 'Fn::Not': return named(listOf(argument).slice(0, 1), !is);
    case 'Fn::And': return is ? named(listOf(argument), true) : [];
    case 'Fn::Or': return is ? [] : named(listOf(argument), false);
    default: return [];
  }
}

function named(expressions: readonly unknown[], is: boolean): Assumption[] {
  return expressions.flatMap((expression) => {
    const [name, argument] = intrinsicIn(expression) ?? [];
    const condition = name === 'Condition' ? textIn(argument) : undefined;
    return condition === undefined ? [] : [{ condition, is }];
  });
}
