process.env.CDK_VALIDATION = 'true';

import { Stack } from 'aws-cdk-lib';
import { FailureDashboard } from '../../src/dashboard/failure-dashboard';
import { testCleanliness } from '../nag';
import { l1Function } from '../support';

function watched(stack: Stack): FailureDashboard {
  l1Function(stack, 'Orders');
  return new FailureDashboard(stack, 'Dashboard', { watched: [stack] });
}

testCleanliness((stack) => [watched(stack)]);
