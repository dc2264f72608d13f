import * as lambda from 'aws-cdk-lib/aws-lambda';
import { completeSetting } from '../../private/complete-setting';
import type { RetryPolicy } from '../retry-policy';
import type { AsyncTarget } from './async-target';
import { functionOwnerOf } from './async-target';
import { eventInvokeRetry } from './event-invoke-retry';

/** What an event invoke config is to say. */
export interface AsyncSettings {
  readonly retryPolicy?: RetryPolicy;
  readonly destinationArn: string;
}

/** The child that CDK makes for `onFailure` and its like, so that both give the same logical id and can't both be made. */
const CONFIG_ID = 'EventInvokeConfig';

/** Adds the event invoke config of a qualifier that has none. */
export function addConfig(target: AsyncTarget, { retryPolicy, destinationArn }: AsyncSettings): lambda.CfnEventInvokeConfig {
  const { fn, resource, qualifier } = target;
  const retry = retryPolicy && eventInvokeRetry(retryPolicy, fn);
  const owner = functionOwnerOf(resource);
  if (owner) {
    owner.configureAsyncInvoke({
      onFailure: { bind: () => ({ destination: destinationArn }) },
      retryAttempts: retryPolicy?.retryAttempts,
      maxEventAge: retryPolicy?.maxEventAge,
    });
    return owner.node.findChild(CONFIG_ID).node.defaultChild as lambda.CfnEventInvokeConfig;
  }
  const config = new lambda.CfnEventInvokeConfig(resource, CONFIG_ID, {
    functionName: fn.ref,
    qualifier,
    destinationConfig: { onFailure: { destination: destinationArn } },
    ...retry,
  });
  if (resource !== fn) config.addResourceDependency(resource); // the name of an alias refers to nothing
  return config;
}

/** Fills in what an event invoke config doesn't say, and fails if it says something else. */
export function completeConfig(config: lambda.CfnEventInvokeConfig, target: AsyncTarget, settings: AsyncSettings): void {
  const retry = settings.retryPolicy && eventInvokeRetry(settings.retryPolicy, target.fn);
  complete(config, 'failureDestination', settings.destinationArn, 'DestinationConfig', 'OnFailure', 'Destination');
  complete(config, 'retryAttempts', retry?.maximumRetryAttempts, 'MaximumRetryAttempts');
  complete(config, 'maxEventAge', retry?.maximumEventAgeInSeconds, 'MaximumEventAgeInSeconds');
}

function complete(config: lambda.CfnEventInvokeConfig, option: string, value: unknown, ...path: string[]): void {
  if (value === undefined) return;
  completeSetting(config, {
    mixin: 'FunctionAsyncFailure', option, path, value, conflict: 'AsyncConfigConflict', unknown: 'FunctionAsyncFailure.unknownSetting',
  });
}
