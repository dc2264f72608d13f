import { Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * The id of an alarm in a scope. It says which resource the alarm is for, except right below that resource, and depends on nothing but
 * where resource and scope stand in the tree.
 *
 * Within one stack the id doesn't name the stack, because a stack that is made twice must have the same logical ids.
 */
export function alarmId(resource: IConstruct, scope: IConstruct, id: string): string {
  if (scope === resource) return id;
  const stack = Stack.of(resource);
  const below = pathBetween(stack, resource);
  if (stack === Stack.of(scope)) return [...below, id].join('/');
  const stackPath = pathBetween(Stage.of(resource)!, stack);
  // The colon keeps a stack apart from a construct of the same name.
  return `${stackPath.join('/')}:${[...below, id].join('/')}`;
}

function pathBetween(from: IConstruct, to: IConstruct): string[] {
  const scopes = to.node.scopes;
  return scopes.slice(scopes.indexOf(from) + 1).map(({ node }) => node.id);
}
