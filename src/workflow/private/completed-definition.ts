import { Token, type CfnResource, type IResolvable, type IResolveContext } from 'aws-cdk-lib';
import { DEFINITION_PROPERTIES, readDefinition, type Definition } from './definition';
import { resolveForKinds, taskKind } from './task-resource';
import { planWorkflow, type WorkflowOrder, type WorkflowPlan } from './workflow-plan';
import { putSetting, settingOf } from '../../private/settings';

/** What tasks must have, without how to know them. */
export type TaskOrder = Omit<WorkflowOrder, 'kindOf'>;

/** The definition of a state machine, with what it lacks. */
export class CompletedDefinition implements IResolvable {
  /** Reads the definition of a state machine. `undefined` where its states are known at deployment only, or stand in a file. */
  public static of(machine: CfnResource, order: TaskOrder): CompletedDefinition | undefined {
    const property = DEFINITION_PROPERTIES.find((name) => settingOf(machine, name) !== undefined);
    if (!property) return undefined;
    const completed = new CompletedDefinition(machine, property, order);
    return completed.known() && completed;
  }

  public readonly creationStack: string[] = [];

  private readonly original: unknown;

  private constructor(
    private readonly machine: CfnResource,
    private readonly property: (typeof DEFINITION_PROPERTIES)[number],
    private readonly order: TaskOrder,
  ) {
    this.original = settingOf(machine, property);
  }

  public get plan(): WorkflowPlan {
    return planWorkflow(this.known()!.json, { ...this.order, kindOf: (resource) => taskKind(this.machine, resource) });
  }

  /** Puts the definition into the state machine. Tokens in it are left for synthesis, which wires up references between stacks. */
  public put(): void {
    const literal = typeof this.original === 'string' && !Token.isUnresolved(this.original);
    putSetting(this.machine, literal ? this.completed(this.original) : this.property === 'Definition' ? this : Token.asString(this), this.property);
  }

  public resolve(context: IResolveContext): unknown {
    return this.completed(context.resolve(this.original));
  }

  public toString(): string {
    return Token.asString(this);
  }

  private completed(resolved: unknown): unknown {
    return readDefinition(this.property, resolved)?.with(this.plan.edits) ?? resolved;
  }

  private known(): Definition | undefined {
    return readDefinition(this.property, resolveForKinds(this.machine, this.original));
  }
}
