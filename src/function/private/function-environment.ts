import { Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { overridesOf, ownerOf } from '../../private/owner';
import { valueAt } from '../../private/settings';

type Variables = Record<string, unknown>;

const checked = new WeakSet<lambda.CfnFunction>();

/** The environment variables of a function, wherever they were set: names are the user's own, not those of properties. */
export class FunctionEnvironment {
  constructor(private readonly fn: lambda.CfnFunction) {}

  /** Whether an intrinsic function says what there is, to which nothing can be added. */
  public get isUnknown(): boolean {
    return [this.typed(), this.typed()?.variables, this.overridden('Environment'), this.overridden('Environment', 'Variables')].some(isIntrinsic);
  }

  /** The variables by name, with tokens resolved. */
  public get variables(): Variables {
    return { ...this.typed()?.variables as Variables, ...this.overridden('Environment', 'Variables') as Variables };
  }

  /** Sets one, leaving the others. On an L2 it is as if the user had given it, so that what the user adds later comes beside it. */
  public set(name: string, value: string): void {
    const owner = ownerOf(this.fn);
    const { environment } = this.fn;
    if (owner && 'addEnvironment' in owner) {
      (owner as lambda.Function).addEnvironment(name, value);
    } else if (Token.isUnresolved(environment) || Token.isUnresolved((environment as lambda.CfnFunction.EnvironmentProperty)?.variables)) {
      this.fn.addPropertyOverride(`Environment.Variables.${name}`, value);
    } else {
      const { variables } = { ...environment } as lambda.CfnFunction.EnvironmentProperty;
      this.fn.environment = { ...environment, variables: { ...variables as Record<string, string>, [name]: value } };
    }
  }

  /** Fails with `FunctionEnvironmentTooLarge`, when everything that is ever set is known. Values with tokens count as empty. */
  public checkSizeAtSynthesis(): void {
    if (checked.has(this.fn)) return;
    checked.add(this.fn);
    this.fn.node.addValidation({ validate: () => { this.checkSize(); return []; } });
  }

  private checkSize(): void {
    const { max } = LIMITS.functionEnvironment;
    const known = Object.entries(this.variables).map(([name, value]) => [name, typeof value === 'string' ? value : '']);
    const sizes = known.map(([name, value]) => ({ name, size: sizeOf({ [name]: value }) })).sort((a, b) => b.size - a.size);
    const size = sizeOf(Object.fromEntries(known));
    if (size <= max) return;
    throw new ValidationError('FunctionEnvironmentTooLarge',
      `environment of ${this.fn.node.path} has at least ${size} bytes as JSON, of which ${sizes[0].name} has ${sizes[0].size}, but Lambda takes ${max}: `
      + 'compile the catalogue into the function with ErrorCatalog.toGoSource() or toJson(), or shorten its messages', this.fn);
  }

  private typed(): { variables?: unknown } | undefined {
    return this.fn.stack.resolve(this.fn.environment);
  }

  private overridden(...path: string[]): unknown {
    return this.fn.stack.resolve(valueAt(this.fn, overridesOf(this.fn), path).value);
  }
}

function isIntrinsic(value: unknown): boolean {
  const [name, ...others] = Object.keys(value ?? {});
  return others.length === 0 && /^(Ref$|Fn::)/.test(name);
}

/** As Lambda measures: as JSON, in which each quote within a value takes two bytes. */
function sizeOf(variables: Variables): number {
  return Buffer.byteLength(JSON.stringify(variables));
}
