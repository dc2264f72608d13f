import { CodeBuildRunnerProvider, FargateRunnerProvider, GitHubRunners, LambdaRunnerProvider } from '@cloudsnorkel/cdk-github-runners';
import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { MonitoringFacade } from 'cdk-monitoring-constructs';
import { SopsSecret } from 'cdk-sops-secrets';

/**
 * A platform team's stack: build machines on demand (state machine, functions with URLs, schedules, custom resources), secrets that
 * a Go program which comes compiled in its package decrypts, and dashboards with alarms by a library for monitoring.
 */
export function runners(app: App): void {
  const stack = new Stack(app, 'Runners', { env: { account: '111122223333', region: 'eu-west-1' } });
  const vpc = new ec2.Vpc(stack, 'Vpc', { availabilityZones: ['eu-west-1a', 'eu-west-1b'], natGateways: 1 });
  new GitHubRunners(stack, 'GitHub', {
    vpc,
    providers: [
      new CodeBuildRunnerProvider(stack, 'CodeBuild', { labels: ['codebuild'] }),
      new FargateRunnerProvider(stack, 'Fargate', { labels: ['fargate'], vpc }),
      new LambdaRunnerProvider(stack, 'Lambda', { labels: ['lambda'] }),
    ],
  });
  for (const name of ['Orders', 'Payments']) {
    new SopsSecret(stack, `${name}Secret`, { sopsS3Bucket: 'shop-secrets', sopsS3Key: `${name}.json`, sopsFileFormat: 'json' });
  }
  const monitoring = new MonitoringFacade(stack, 'Monitoring', { alarmFactoryDefaults: { actionsEnabled: true, alarmNamePrefix: 'Runners' } });
  for (const fn of stack.node.findAll().filter((construct) => construct instanceof lambda.Function)) {
    monitoring.monitorLambdaFunction({
      lambdaFunction: fn,
      alarmFriendlyName: fn.node.path.replace(/\W/g, '-'),
      addFaultRateAlarm: { Critical: { maxErrorRate: 1 } },
      addLatencyP90Alarm: { Warning: { maxLatency: Duration.seconds(20) } },
    });
  }
}
