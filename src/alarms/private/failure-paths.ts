import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { identityOf, type FunctionSubject } from './function-subject';
import { functionNameIn } from '../../private/function-name';
import { functionBehind } from '../../private/owner';

/** A resource that sends failures or results of a function to a destination, when it has one. */
type Deliverer = lambda.CfnEventInvokeConfig | lambda.CfnEventSourceMapping;

/** Whether the function has a dead-letter queue or topic, `undefined` where only the deployment knows. */
export function hasDeadLetterTarget({ resource }: FunctionSubject): boolean | undefined {
  return resource && resource.deadLetterConfig !== undefined;
}

/**
 * Whether something below one of the scopes delivers to a destination for the function. They are searched in turn, so that the usual
 * place, right below the function, costs nothing.
 */
export function deliversToDestination(subject: FunctionSubject, scopes: readonly IConstruct[]): boolean {
  const identities = identitiesOf(subject);
  return scopes.some((scope) => someDeliverer(scope, (deliverer) => identities.includes(targetOf(deliverer)) && isFor(deliverer, subject)));
}

/** Everything that delivers to a destination below a scope, found once and asked for many functions. */
export class DestinationIndex {
  private readonly byFunction = new Map<object | string, Deliverer[]>();

  constructor(scope: IConstruct) {
    someDeliverer(scope, (deliverer) => {
      const target = targetOf(deliverer);
      this.byFunction.set(target, [...this.byFunction.get(target) ?? [], deliverer]);
      return false;
    });
  }

  /** Whether something delivers to a destination for the function. */
  public has(subject: FunctionSubject): boolean {
    return identitiesOf(subject).some((identity) => this.byFunction.get(identity)?.some((deliverer) => isFor(deliverer, subject)));
  }
}

/** Walks everything below a scope until the test is passed. It is called for every function of a stack, so it looks at one property of most. */
function someDeliverer(scope: IConstruct, test: (deliverer: Deliverer) => boolean): boolean {
  if ((scope as Partial<Deliverer>).destinationConfig && isDeliverer(scope) && test(scope)) return true;
  return scope.node.children.some((child) => someDeliverer(child, test));
}

function isDeliverer(construct: IConstruct): construct is Deliverer {
  return lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig(construct) || lambda.CfnEventSourceMapping.isCfnEventSourceMapping(construct);
}

/** The function in the tree, or its name where that is all there is. */
function targetOf(deliverer: Deliverer): object | string {
  const name = deliverer.functionName;
  return functionBehind(name) ?? `${Stack.of(deliverer).environment}/${functionNameIn(name)}`;
}

/** A function in the tree may be meant by its literal name too. */
function identitiesOf(subject: FunctionSubject): (object | string)[] {
  const name = subject.resource?.functionName;
  return [identityOf(subject), ...(name ? [`${Stack.of(subject.home).environment}/${name}`] : [])];
}

/** A function hears of all its qualifiers, an alias or version of itself only. */
function isFor(deliverer: Deliverer, { ref, qualifier }: FunctionSubject): boolean {
  if (!qualifier) return true;
  const stack = Stack.of(deliverer);
  const used = stack.resolve(lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig(deliverer) ? deliverer.qualifier : deliverer.functionName);
  const own = ref.node.defaultChild;
  // An L2 alias writes its name as a part of its own ARN.
  const written = JSON.stringify(used);
  return used === qualifier
    || (lambda.CfnAlias.isCfnAlias(own) || lambda.CfnVersion.isCfnVersion(own)) && written.includes(`"${stack.resolve(own.logicalId)}"`)
    || written.endsWith(`:${qualifier}"`);
}
