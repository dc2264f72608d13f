/** Measures the synthesis of an app of so many resources, with or without `mixins.LambdaErrorHandling`: `node scope.js <side> <resources>`. */
import { App, Aspects, CfnResource, Shims, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { RESOURCES, Service } from './service';
import { AlarmNotifications, mixins } from 'cdk-lambda-error-handling';

const [side, resources] = process.argv.slice(2);

function main(): void {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const app = new App();
  for (let i = 0; i < Number(resources) / RESOURCES; i++) new Service(new Stack(app, `Stack${i}`), 'Service');
  const without = countOf(app);
  if (side === 'with') handleErrors(app);
  const constructed = performance.now();
  app.synth();
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const times = { construct: constructed - start, synth: end - constructed, total: end - start, cpu: (user + system) / 1_000 };
  process.stdout.write(JSON.stringify({ ...times, resources: without, added: countOf(app) - without }));
}

/** As the README recommends it for an app. */
function handleErrors(app: App): void {
  const stack = app.node.children.find(Stack.isStack)!;
  AlarmNotifications.of(app).add(new SnsAction(Topic.fromTopicArn(stack, 'OnCall', 'arn:aws:sns:eu-west-1:111122223333:on-call')));
  Aspects.of(app).add(Shims.asAspect(new mixins.LambdaErrorHandling()));
}

function countOf(app: App): number {
  return app.node.findAll().filter(CfnResource.isCfnResource).length;
}

main();
