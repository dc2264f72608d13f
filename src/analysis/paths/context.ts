import type { FailureId, FailureOutcome } from '../../facts/failure-matrix';
import { SAFETY_NETS, type SafetyNet } from '../../facts/safety-nets';
import type { LambdaFunction } from '../model/lambda-function';
import type { Model } from '../model/model';
import { where, type Trigger } from '../model/trigger';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

/** What is asked: what becomes of the events of a trigger at a failure. */
export class Context {
  public readonly fn: LambdaFunction;
  public readonly net: SafetyNet;

  constructor(
    readonly model: Model,
    readonly trigger: Trigger,
    readonly failure: FailureId,
    readonly outcome: FailureOutcome,
    private readonly known = new Map<unknown, unknown>(),
  ) {
    this.fn = model.functionOf(trigger.fn);
    this.net = SAFETY_NETS[outcome.keptBy];
  }

  /** What is the same at every failure of a trigger is found out once. */
  public once<T>(key: unknown, find: () => T): T {
    if (!this.known.has(key)) this.known.set(key, find());
    return this.known.get(key) as T;
  }

  /** A property as it is where the trigger exists. */
  public where(property: Property): Property {
    return where(this.trigger, property);
  }

  /** The queue that the trigger reads, if it is in a template. */
  public get sourceQueue(): Resource | undefined {
    return this.once('sourceQueue', () => {
      const { by } = this.trigger;
      const arn = by.get(by.type === 'AWS::Pipes::Pipe' ? 'Source' : 'EventSourceArn');
      const found = targetsOf(this.where(arn).value(), by.template, ['AWS::SQS::Queue']).flatMap((target) => (target.kind === 'resource' ? [target.resource] : []));
      return found.length === 1 && found[0].type === 'AWS::SQS::Queue' ? found[0] : undefined;
    });
  }

  /** The event invoke configs that hold for the call, or may. */
  public get configs(): ReturnType<Model['asyncConfigs']['of']> {
    return this.once('configs', () => this.model.asyncConfigs.of(this.trigger.fn, this.trigger.qualifier, this.fn.unqualified));
  }

  /** Whether there may be more than what the templates say. */
  public get isOpen(): boolean {
    return this.model.isOpen(this.trigger.fn) || this.model.isOpen(this.trigger.by);
  }

  /** Whether only a permission says that there is a trigger, so that nobody knows how it is set. */
  public get isElsewhere(): boolean {
    return this.trigger.by.type === 'AWS::Lambda::Permission';
  }
}
