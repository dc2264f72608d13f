import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { DURABLE_EXECUTION_ACTIONS } from '../../facts/function-kinds';
import { executionRoleOf } from '../../private/execution-role';
import { isImmutable } from '../../private/owner';

/**
 * Lets a durable function keep the state of its executions, and of no others.
 *
 * In a policy of its own: the function depends on that of its role, which therefore can't name the function.
 */
export function permitDurableExecution(fn: lambda.Function): void {
  const statement = new iam.PolicyStatement({
    actions: [...DURABLE_EXECUTION_ACTIONS.actions],
    resources: [`${fn.functionArn}:*`], // the executions of all versions; one of the function itself matches none
  });
  const role = fn.role!;
  if (isImmutable(role)) {
    executionRoleOf(fn.node.defaultChild as lambda.CfnFunction).grantPrincipal.addToPrincipalPolicy(statement);
  } else {
    new iam.Policy(fn, 'DurableExecution', { statements: [statement], roles: [role] });
  }
}
