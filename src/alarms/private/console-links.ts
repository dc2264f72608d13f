import { Stack } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { isLiteral } from './alarm-text';
import type { FunctionSubject } from './function-subject';
import { referenceTarget } from '../../private/owner';
import { renderedOnce } from '../../private/rendered-once';
import { settingOf } from '../../private/settings';

/** Where the console is, by how the region begins. A region that only the deployment knows is taken for one of the public partition. */
const DOMAINS: [RegExp, string][] = [[/^cn-/, 'console.amazonaws.cn'], [/^us-gov-/, 'console.amazonaws-us-gov.com']];
const DOMAIN = 'console.aws.amazon.com';

/** Asked for by every alarm. */
const CONSOLES = new WeakMap<Stack, string>();
const DEFAULT_GROUPS = encoded('/aws/lambda/');

/** Where people look when a function fails. AWS doesn't document these addresses: they are what the console shows. */
export function functionLinks(scope: IConstruct, subject: FunctionSubject): Record<string, string> {
  const console = consoleOf(scope);
  const { resource, functionName } = subject;
  const traced = resource && settingOf(resource, 'TracingConfig', 'Mode') === 'Active';
  const group = resource ? encodedLogGroup(resource.stack === Stack.of(scope) ? logGroupOf(subject) : undefined, functionName) : undefined;
  return {
    ...group ? { Logs: `${console}#logsV2:log-groups/log-group/${group}` } : {},
    ...traced ? { Traces: `${console}#xray:traces/query?~(query~(expression~'service*28*22${functionName}*22*29))` } : {},
  };
}

/** The console of CloudWatch in the region of a scope. */
export function consoleOf(scope: IConstruct): string {
  const stack = Stack.of(scope);
  const known = CONSOLES.get(stack);
  if (known !== undefined) return known;
  const { region } = stack;
  const [, domain] = DOMAINS.find(([pattern]) => pattern.test(region)) ?? [undefined, DOMAIN];
  const console = renderedOnce(`https://${region}.${domain}/cloudwatch/home?region=${region}`, stack);
  CONSOLES.set(stack, console);
  return console;
}

function logGroupOf({ resource }: FunctionSubject): string | undefined {
  const name = resource && settingOf(resource, 'LoggingConfig', 'LogGroup') as string | undefined;
  const target = referenceTarget(name);
  // Of an L2 without a name it is a token that stands for nothing.
  return logs.CfnLogGroup.isCfnLogGroup(target) && isLiteral(target.logGroupName) ? target.logGroupName : name;
}

/** The console wants names encoded twice. Names that CloudFormation makes need none; of other tokens only the deployment knows. */
function encodedLogGroup(name: string | undefined, functionName: string): string {
  if (name === undefined) return `${DEFAULT_GROUPS}${functionName}`;
  return isLiteral(name) ? encoded(name) : name;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%/g, '$25');
}
