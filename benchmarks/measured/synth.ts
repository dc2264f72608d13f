/** Measures the synthesis of an app of so many functions: `node synth.js <side> <functions> [--templates]`. */
import { App, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Side } from './side';

const FUNCTIONS_PER_STACK = 10;
const [name, count, templates] = process.argv.slice(2);

async function main(): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { side }: { side: Side } = await import(`./${name}`);
  const app = new App();
  construct(app, side, Number(count));
  const constructed = performance.now();
  const assembly = app.synth();
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const result = { construct: constructed - start, synth: end - constructed, total: end - start, cpu: (user + system) / 1_000 };
  process.stdout.write(JSON.stringify({ ...result, templates: templates && assembly.stacks.map(({ template }) => template) }));
}

function construct(app: App, side: Side, functions: number): void {
  for (let first = 0; first < functions; first += FUNCTIONS_PER_STACK) {
    const stack = new Stack(app, `Stack${first}`);
    const onCall = new SnsAction(Topic.fromTopicArn(stack, 'OnCall', 'arn:aws:sns:eu-west-1:111122223333:on-call'));
    side.prepare(stack, onCall);
    for (let i = first; i < Math.min(first + FUNCTIONS_PER_STACK, functions); i++) {
      side.makeFunction(stack, `Function${i}`, lambda.Code.fromInline('exports.handler = async () => {};'), onCall);
    }
  }
}

void main();
