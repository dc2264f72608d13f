/**
 * Measures the synthesis of an app of so many resources without `mixins.LambdaErrorHandling`, with it, or with the resources that it adds as
 * plain L1s that nobody has to work out: `node scope.js <without|with|added> <resources>`. `list` prints what is added, by stack.
 */
import { execFileSync } from 'child_process';
import { App, Aspects, CfnResource, Shims, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { RESOURCES, Service } from './service';
import { AlarmNotifications, mixins } from 'cdk-lambda-error-handling';

type Added = Record<string, Record<string, { readonly Type: string; readonly Properties?: object }>>;

const [side, resources] = process.argv.slice(2);

function main(): void {
  const plain = side === 'added' ? plainResources() : {};
  const cpu = process.cpuUsage();
  const start = performance.now();
  const app = new App();
  for (let i = 0; i < Number(resources) / RESOURCES; i++) new Service(new Stack(app, `Stack${i}`), 'Service');
  const before = resourcesOf(app);
  if (side === 'with' || side === 'list') handleErrors(app);
  for (const [name, added] of Object.entries(plain)) addPlain(app.node.findChild(name) as Stack, added);
  const constructed = performance.now();
  app.synth();
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const times = { construct: constructed - start, synth: end - constructed, total: end - start, cpu: (user + system) / 1_000 };
  const made = resourcesOf(app).filter((resource) => !before.includes(resource));
  process.stdout.write(JSON.stringify(side === 'list' ? list(app, made) : { ...times, resources: before.length, added: made.length }));
}

/** As the README recommends it for an app. */
function handleErrors(app: App): void {
  const stack = app.node.children.find(Stack.isStack)!;
  AlarmNotifications.of(app).add(new SnsAction(Topic.fromTopicArn(stack, 'OnCall', 'arn:aws:sns:eu-west-1:111122223333:on-call')));
  Aspects.of(app).add(Shims.asAspect(new mixins.LambdaErrorHandling()));
}

/** Asked of another process, so that nothing is warm yet in this one. */
function plainResources(): Added {
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, __filename, 'list', resources], { encoding: 'utf8', maxBuffer: 2 ** 28 }));
}

function addPlain(stack: Stack, added: Added[string]): void {
  for (const [id, { Type, Properties }] of Object.entries(added)) new CfnResource(stack, id, { type: Type, properties: Properties });
}

function list(app: App, made: CfnResource[]): Added {
  const all: Added = {};
  for (const resource of made) {
    const id = resource.stack.resolve(resource.logicalId) as string;
    (all[resource.stack.stackName] ??= {})[id] = app.synth().getStackByName(resource.stack.stackName).template.Resources[id];
  }
  return all;
}

function resourcesOf(app: App): CfnResource[] {
  return app.node.findAll().filter(CfnResource.isCfnResource);
}

main();
