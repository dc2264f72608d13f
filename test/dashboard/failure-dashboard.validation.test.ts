process.env.CDK_VALIDATION = 'true';

import { App, Stack } from 'aws-cdk-lib';
import { FailureDashboard } from '../../src/dashboard/failure-dashboard';
import { nagFindings, strictApp, unacknowledged } from '../nag';
import { l1Function } from '../support';

function watched(stack: Stack): FailureDashboard {
  l1Function(stack, 'Orders');
  return new FailureDashboard(stack, 'Dashboard', { watched: [stack] });
}

test('a stack with a dashboard is clean', () => {
  const app = strictApp();
  watched(new Stack(app, 'Stack'));

  expect(() => app.synth()).not.toThrow();
}, 60_000);

test('cdk-nag finds nothing in what is made', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');

  expect(unacknowledged(nagFindings(app, stack, [watched(stack)]), stack)).toEqual([]);
});
