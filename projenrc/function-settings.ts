import { ProjenStruct, Struct } from '@mrgrain/jsii-struct-builder';
import { awscdk } from 'projen';

/** Another spelling of something that `ResilientFunction` wires itself, or that CDK has deprecated. */
const RIVALS = [
  'onFailure', 'retryAttempts', 'maxEventAge', 'deadLetterQueue', 'deadLetterQueueEnabled', 'deadLetterTopic',
  'tracing', 'adotInstrumentation',
  'logRetention', 'logRetentionRole', 'logRetentionRetryOptions', 'logRemovalPolicy',
  'logFormat', 'applicationLogLevel', 'systemLogLevel', 'architectures',
];

/** Generates `FunctionSettings`: CDK's function options without the rivals, since jsii has no `Omit`. */
export function generateFunctionSettings(project: awscdk.AwsCdkConstructLibrary): void {
  new ProjenStruct(project, {
    name: 'FunctionSettings',
    filePath: 'src/function/function-settings.generated.ts',
    description: 'The settings of a Lambda function that have nothing to do with error handling, as in `lambda.FunctionOptions`.',
  })
    .mixin(Struct.fromFqn('aws-cdk-lib.aws_lambda.FunctionOptions'))
    .omit(...RIVALS)
    .update('timeout', { docs: { default: 'Duration.seconds(25)' } })
    .update('memorySize', { docs: { default: '256' } })
    .update('loggingFormat', { docs: { default: 'LoggingFormat.JSON' } })
    .update('durableConfig', {
      docs: {
        summary: 'Makes the function durable: it runs in executions of up to a year, which it checkpoints.',
        remarks: 'Its failure queue is a dead-letter queue then, because Lambda has no destinations for durable functions, and it must be invoked by '
          + 'a version or an alias. On an existing function it is a replacement.',
        default: '- the function is not durable',
      },
    })
    .update('logGroup', { docs: { default: '- a log group of its own, kept for `logRetention`' } })
    .update('role', { docs: { default: '- a role of its own, without AWS-managed policies' } });
}
