import { OrdersStack } from '../../orders-stack';
import { testing } from 'cdk-lambda-error-handling';

/** A template, as far as these tests look at it. */
export interface CloudFormationTemplate {
  readonly Resources: Record<string, Resource>;
}

export interface Resource {
  readonly Type: string;
  /** As the type has them. */
  readonly Properties: any;
}

/** The template of the example, without anything compiled. */
export function ordersTemplate(): CloudFormationTemplate {
  const stack = new OrdersStack(new testing.StableApp(), 'Orders', { onCallEmail: 'on-call@example.com' });
  return testing.StableTemplate.fromStack(stack).toJson() as unknown as CloudFormationTemplate;
}

/** The logical ids of the resources of a type, in the order of the template. */
export function idsOf(template: CloudFormationTemplate, type: string): string[] {
  return Object.keys(template.Resources).filter((id) => template.Resources[id].Type === type);
}

/** The logical id of the one resource of a type whose id starts with `prefix`. */
export function idOf(template: CloudFormationTemplate, type: string, prefix: string): string {
  const found = idsOf(template, type).filter((id) => id.startsWith(prefix));
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} start with ${prefix}: ${found.join(', ')}`);
  return found[0];
}
