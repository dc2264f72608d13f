import type { IdText } from './id-text';

export const DEPLOYMENT_ERRORS = {
  SafeDeploymentAlarmsMissing: {
    meaning: 'A `SafeDeployment` has no alarm, so that nothing would ever roll it back. Of a durable function none is made, because its errors count replays.',
    fix: 'Give `alarms`, or leave `watchErrors` on.',
  },
  SafeDeploymentAlarmsTooMany: {
    meaning: 'CodeDeploy takes ten alarms for a deployment group, and one of them may be that of the new version.',
    fix: 'Put alarms together in an `AlarmGroup` and give its alarm.',
  },
  SafeDeploymentVersionNeeded: {
    meaning: 'The alias points to `$LATEST`, and CodeDeploy can shift an alias between published versions only.',
    fix: 'Point it to `currentVersion` of the function: `new lambda.Alias(this, \'Live\', { aliasName: \'live\', version: fn.currentVersion })`.',
  },
  SafeDeploymentWeightsTaken: {
    meaning: 'The alias has weights of its own (`additionalVersions`), and CodeDeploy sets them during a deployment.',
    fix: 'Remove `additionalVersions` from the alias.',
  },
  SafeDeploymentTwice: {
    meaning: 'The alias is already deployed by CodeDeploy.',
    fix: 'Keep one of the deployment groups.',
  },
} as const satisfies Record<string, IdText>;

export const DEPLOYMENT_WARNINGS = {
  'SafeDeployment.canaryTooShort': {
    meaning: 'An error of the new version is counted after the function ended. The function can run for so long that the longest predefined canary is over before its alarm sees it.',
    fix: 'Give a `deploymentConfig` with a longer interval, or acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
