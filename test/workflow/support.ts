import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';

export const ROLE = 'arn:aws:iam::111122223333:role/app/orders';
export const INVOKE = 'arn:aws:states:::lambda:invoke';

/** The errors that Lambda tasks retry, in the order of the retriers. */
export const CALL = ['TooManyRequestsException', 'ServiceException', 'AWSLambdaException', 'SdkClientException', 'ClientExecutionTimeoutException']
  .map((name) => `Lambda.${name}`);
export const RUN = ['Sandbox.Timedout', 'Lambda.Unknown', 'Runtime.ExitError', 'Sandbox.Failure'];

/** The errors that CDK's own retrier of `LambdaInvoke` names. */
export const CDK_DEFAULT = CALL.slice(1);

export const CATALOG = ErrorCatalog.of(
  ErrorDefinition.client('OrderNotFound'), ErrorDefinition.permanent('LedgerCorrupt'), ErrorDefinition.temporary('StockBusy'),
);

/** A Lambda task as JSON. */
export function lambdaTask(more: object = {}): object {
  return { Type: 'Task', Resource: INVOKE, Parameters: { FunctionName: 'orders' }, End: true, ...more };
}

/** A workflow of one Lambda task, and more states. */
export function workflow(task: object = lambdaTask(), more: object = {}): object {
  return { StartAt: 'Invoke', States: { Invoke: task, ...more } };
}

/** An L1 whose definition is a text. */
export function machineOf(
  scope: Construct, definition: object | string = workflow(), props: Partial<sfn.CfnStateMachineProps> = {},
): sfn.CfnStateMachine {
  const definitionString = typeof definition === 'string' ? definition : JSON.stringify(definition);
  return new sfn.CfnStateMachine(scope, 'Machine', { roleArn: ROLE, definitionString, ...props });
}

/** The properties of the only state machine. */
export function propertiesIn(stack: Stack): any {
  return Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'))[0].Properties;
}

/** The definition in the template, read as JSON. Intrinsic functions in it are the text `?`. */
export function definitionIn(stack: Stack): any {
  const { DefinitionString: text, Definition: object } = propertiesIn(stack);
  if (object) return object;
  if (typeof text === 'string') return JSON.parse(text);
  const [delimiter, parts] = text['Fn::Join'];
  return JSON.parse(parts.map((part: unknown) => typeof part === 'string' ? part : '?').join(delimiter));
}

/** The errors in each retrier or catcher of a state. */
export function namesIn(list: { ErrorEquals: string[] }[] = []): string[][] {
  return list.map(({ ErrorEquals }) => ErrorEquals);
}

export function expectWarning(stack: Stack, path: string, id: string): void {
  Annotations.fromStack(stack).hasWarning(path, Match.stringLikeRegexp(`cdk-lambda-error-handling:${id}`));
}
