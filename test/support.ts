import { spawnSync } from 'child_process';
import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** A stack in an app of its own. */
export function testStack(id = 'Stack'): Stack {
  return new Stack(new App(), id);
}

/** A plain L2 function, as a user would have it before this library. */
export function nodeFunction(scope: Construct, id = 'Function', props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(scope, id, {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    ...props,
  });
}

/** A plain L1 function whose role is a literal ARN unless given. */
export function l1Function(scope: Construct, id = 'L1', props: Partial<lambda.CfnFunctionProps> = {}): lambda.CfnFunction {
  return new lambda.CfnFunction(scope, id, {
    code: { zipFile: 'exports.handler = async () => {};' },
    runtime: 'nodejs22.x',
    handler: 'index.handler',
    role: 'arn:aws:iam::111122223333:role/app/orders',
    ...props,
  });
}

/**
 * `test`, for a case that needs a command which may be absent: skipped with the command's name, and a failure where nothing may be
 * skipped (`CI=true`).
 */
export function testWith(command: string, name: string, body: jest.EmptyFunction | (() => Promise<void>), timeout?: number): void {
  testUnless(hasCommand(command) ? undefined : command, name, body, timeout);
}

/** `test`, for a case for which something may be missing. */
export function testUnless(missing: string | undefined, name: string, body: jest.EmptyFunction | (() => Promise<void>), timeout?: number): void {
  if (missing === undefined) {
    test(name, body, timeout);
  } else if (process.env.CI === 'true') {
    test(name, () => { throw new Error(`${missing} is not installed, and with CI=true nothing may be skipped`); });
  } else {
    test.skip(`${name} [skipped: needs ${missing}]`, body);
  }
}

/** Whether a command can be run. */
export function hasCommand(command: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [command]).status === 0;
}

/** An app in which findings of CDK's own validation, warnings included, fail the synthesis. */
export function strictApp(): App {
  return new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true } });
}
