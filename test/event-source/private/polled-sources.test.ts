import { App, Stack, Stage } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { PolledSources } from '../../../src/event-source/private/polled-sources';
import { fail } from '../../../src/private/complete-setting';
import { l1Function } from '../../support';
import { propertiesOf } from '../support';

test('there are one for each stage', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map((id) => new Stack(new Stage(app, id), 'Stack'));

  expect(PolledSources.of(one)).toBe(PolledSources.of(new Stack(Stage.of(one)!, 'Other')));
  expect(PolledSources.of(one)).not.toBe(PolledSources.of(two));
});

test('a queue that is added twice has the consumers of both', () => {
  const stack = new Stack(new App(), 'Stack');
  const queue = new sqs.CfnQueue(stack, 'Queue');
  for (const timeout of [100, 10]) {
    PolledSources.of(queue).addQueue({ queue, consumers: [l1Function(stack, `L1${timeout}`, { timeout })], refuse: fail });
  }

  expect(propertiesOf(queue).VisibilityTimeout).toBe(600);
});
