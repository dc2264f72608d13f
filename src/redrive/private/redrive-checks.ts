import { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ValidationError } from '../../private/errors';
import { canHaveFailureTargets, failureTargetsOf } from '../../private/failure-targets';
import { findBelow, functionBehind, functionResourceOf, queueResourceOf, referenceTarget, stageOf } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** Identifies the construct, also across copies of the library. */
export const REDRIVE_PIPE = 'cdk-lambda-error-handling.RedrivePipe';

/** What is looked at when the tree is finished. */
export interface RedriveSubject {
  readonly scope: Construct;
  readonly queue: sqs.IQueueRef;
  readonly functions: readonly lambda.IFunctionRef[];
}

/** Whose failures the queue keeps. */
interface Senders {
  /** Functions, by what names the queue for them: their dead letters or their failure destination. */
  readonly functions: Map<CfnResource, lambda.CfnFunction | undefined>;
  readonly queues: CfnResource[];
  readonly streams: CfnResource[];
  readonly others: CfnResource[];
}

/** Refuses a queue that keeps nothing to bring back, and warns of what will end in quarantine. Only the finished tree can tell. */
export function checkSenders(subject: RedriveSubject): void {
  const senders = sendersTo(subject);
  if (senders.functions.size === 0) refuseOthers(subject, senders);
  const unusable = [...senders.queues, ...senders.streams, ...senders.others];
  if (senders.functions.size > 0 && unusable.length > 0) {
    warn(subject.scope, 'RedrivePipe.otherMessages',
      `The queue also keeps failures of ${pathsOf(unusable)}, which hold no event of a function: started, the pipe puts them into quarantine.`);
  }
  checkFunctions(subject, senders);
}

function sendersTo({ scope, queue }: RedriveSubject): Senders {
  const senders: Senders = { functions: new Map(), queues: [], streams: [], others: [] };
  const resource = queueResourceOf(queue);
  if (!resource) return senders;
  const root = stageOf(scope);
  findBelow(root, CfnResource.isCfnResource).filter(canHaveFailureTargets)
    .filter((one) => failureTargetsOf(one).some((arn) => referenceTarget(arn) === resource))
    .forEach((one) => place(one, senders));
  return senders;
}

function place(sender: CfnResource, senders: Senders): void {
  if (lambda.CfnFunction.isCfnFunction(sender)) senders.functions.set(sender, sender);
  else if (lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig(sender)) senders.functions.set(sender, functionBehind(settingOf(sender, 'FunctionName')));
  else if (sender.cfnResourceType === 'AWS::SQS::Queue') senders.queues.push(sender);
  else if (['AWS::Lambda::EventSourceMapping', 'AWS::Pipes::Pipe'].includes(sender.cfnResourceType)) senders.streams.push(sender);
  else senders.others.push(sender);
}

function refuseOthers({ scope }: RedriveSubject, { queues, streams }: Senders): void {
  if (streams.length > 0) {
    throw new ValidationError('RedrivePayloadNotKept',
      `failureQueue of RedrivePipe keeps positions in streams, sent by ${pathsOf(streams)}, not the records: read the records at these positions again, `
      + 'or keep them with FailureDestination.bucket()', scope);
  }
  if (queues.length > 0) {
    throw new ValidationError('RedriveQueueSource',
      `failureQueue of RedrivePipe is the dead-letter queue of ${pathsOf(queues)}, which SQS redrives itself: use aws sqs start-message-move-task`, scope);
  }
}

function checkFunctions({ scope, functions }: RedriveSubject, senders: Senders): void {
  const listed = functions.map(functionResourceOf);
  const missing = [...new Set(senders.functions.values())].filter((fn) => fn !== undefined)
    .filter((fn) => !listed.includes(fn) && !isRedriving(fn));
  if (missing.length > 0) {
    warn(scope, 'RedrivePipe.functionNotListed',
      `The queue also keeps events of ${pathsOf(missing)}, which are not in functions: started, the pipe puts them into quarantine.`);
  }
  const withDeadLetters = [...senders.functions.keys()].filter(lambda.CfnFunction.isCfnFunction);
  if (functions.length > 1 && withDeadLetters.length > 0) {
    throw new ValidationError('RedriveFunctionUnknown',
      `functions of RedrivePipe names ${functions.length} functions, but the dead letters of ${pathsOf(withDeadLetters)} don't say which function they are of: `
      + 'give it a queue and a RedrivePipe of its own', scope);
  }
}

/** Whether it is the function of a pipe: only that invokes it, and waits, so that it has no events of its own to bring back. */
function isRedriving(fn: lambda.CfnFunction): boolean {
  return fn.node.scopes.some(({ constructor }) => (constructor as { PROPERTY_INJECTION_ID?: string }).PROPERTY_INJECTION_ID === REDRIVE_PIPE);
}

function pathsOf(resources: CfnResource[]): string {
  return resources.map(({ node }) => node.path).join(', ');
}
