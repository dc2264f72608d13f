import { resourceOf, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const PATH = 'DestinationConfig.OnSuccess.Destination';

export const successDestinationBucket: Rule = {
  id: 'SuccessDestinationBucket',
  severity: 'error',
  source: 'lambda/api-event-invoke-config',
  what: 'The on-success destination of asynchronous invocations is an S3 bucket.',
  happens: 'Lambda takes buckets for failures only and refuses the configuration: the deployment fails.',
  fix: 'Send successes to a queue, a topic, a function or an event bus.',
  check: forEach('AWS::Lambda::EventInvokeConfig', (config) => {
    const destination = config.get('DestinationConfig', 'OnSuccess', 'Destination');
    const bucket = resourceOf(destination, 'AWS::S3::Bucket');
    return bucket || /^arn:[\w-]+:s3:/.test(textOf(destination) ?? '') ? at(config, PATH, `is ${bucket ?? textOf(destination)}`) : undefined;
  }),
};
