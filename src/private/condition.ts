import { Fn, type CfnCondition, CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Lets a resource that is made for another one exist only where that one does: it refers to it. */
export function existOnlyWith(made: CfnResource, source: IConstruct): void {
  const condition = conditionOf(source);
  if (condition?.stack === made.stack) made.cfnOptions.condition = condition;
}

/** A reference to a resource which may not exist, where another value stands for it. */
export function whereItExists(source: CfnResource, reference: string, otherwise: string): string {
  const condition = conditionOf(source);
  return condition ? Fn.conditionIf(condition.logicalId, reference, otherwise).toString() : reference;
}

/** On what the existence of a resource depends. */
function conditionOf(source: IConstruct): CfnCondition | undefined {
  const resource = CfnResource.isCfnResource(source) ? source : source.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? resource.cfnOptions.condition : undefined;
}
