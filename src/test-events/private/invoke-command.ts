import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Longer payloads are read from the registry: they would hide the command. */
const LONGEST_PAYLOAD = 1_000;

/**
 * The command that invokes a function with an event and shows what comes back. What only the deployment knows can't be quoted for a shell
 * at synthesis: such an event is read from the registry too.
 */
export function invokeCommand(scope: IConstruct, functionArn: string, name: string, event: unknown): string {
  const payload = JSON.stringify(event);
  const isLiteral = payload === JSON.stringify(Stack.of(scope).resolve(event));
  if (!isLiteral || payload.length > LONGEST_PAYLOAD) return `sam remote invoke ${functionArn} --test-event-name ${name}`;
  const quoted = `'${payload.replace(/'/g, "'\\''")}'`;
  return `aws lambda invoke --function-name ${functionArn} --cli-binary-format raw-in-base64-out --payload ${quoted} /dev/stdout`;
}

/** What to look for in the answer. */
export function answerOf(code?: string): string {
  return code === undefined
    ? 'Expect StatusCode 200, no FunctionError, and the result as payload'
    : `Expect StatusCode 200, because the function ran, FunctionError "Unhandled", because it failed, and a payload whose errorMessage starts with [${code}]. `
      + 'A handler for API Gateway proxies answers with statusCode in the payload, and no FunctionError';
}
