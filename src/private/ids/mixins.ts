import type { IdText } from './id-text';

export const MIXINS_INFOS = {
  'LambdaErrorHandling.added': {
    meaning: 'The mixin made a resource, for example an event invoke config or alarms.',
    fix: 'Nothing to do. Switch the layer off if you do not want it.',
  },
  'LambdaErrorHandling.completed': {
    meaning: 'The mixin filled in properties that were unset.',
    fix: 'Nothing to do. Set the properties yourself if you want other values.',
  },
  'LambdaErrorHandling.left': {
    meaning: 'The mixin found a setting of yours and left it.',
    fix: 'Check that the setting keeps failures, or remove it.',
  },
  'LambdaErrorHandling.skipped': {
    meaning: 'The mixin has nothing to do with the construct, for example because CDK made it for itself.',
    fix: 'Nothing to do.',
  },
  'LambdaErrorHandling.newLogicalId': {
    meaning: 'CDK derives the logical id of the resource from content that the mixin changed: a version of a function, or a deployment of a REST API.',
    fix: 'Nothing to do: the next deployment publishes the version, or deploys the answers of the API.',
  },
} as const satisfies Record<string, IdText>;
