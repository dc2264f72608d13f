import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { bindDestination, checkAccount, checkKind, checkRegion, repairDestination } from '../../../src/delivery/private/destination';
import { FailureDestination, FailureDestinationKind } from '../../../src/failure/failure-destination';
import { errorOf, statementsIn } from '../../failure/support';
import { testStack } from '../../support';
import { l1Rule, QUEUE_ARN } from '../support';

const role = (stack: Stack) => new iam.Role(stack, 'Role', { assumedBy: new iam.AnyPrincipal() });
const stackIn = (env: { region?: string; account?: string }, app = new App(), id = 'Stack') => new Stack(app, id, { env });

test('checkKind refuses what the service doesn\'t deliver to: DeliveryDestinationUnsupported', () => {
  const queue = FailureDestination.queue(new sqs.Queue(testStack(), 'Queue'));

  expect(errorOf(() => checkKind('Mixin', queue, [FailureDestinationKind.TOPIC]))?.name).toBe('DeliveryDestinationUnsupported');
  expect(errorOf(() => checkKind('Mixin', queue, [FailureDestinationKind.QUEUE]))).toBeUndefined();
  expect(errorOf(() => checkKind('Mixin', undefined, [FailureDestinationKind.QUEUE]))).toBeUndefined();
});

test('bindDestination takes the queue that the stack shares, which is one for all', () => {
  const stack = testStack();
  const arns = ['One', 'Two'].map((id) => bindDestination(l1Rule(stack, id), undefined, [role(new Stack(stack, `Roles${id}`))]));

  expect(arns[0]).toBe(arns[1]);
});

test('repairDestination grants what is in the app, and leaves the rest', () => {
  const stack = testStack();
  const grantee = role(stack);
  repairDestination(l1Rule(stack), QUEUE_ARN, [grantee]);
  repairDestination(l1Rule(stack, 'Second'), new sqs.CfnQueue(stack, 'Queue').attrArn, [grantee]);

  expect(statementsIn(stack)).toEqual([expect.objectContaining({ Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] } })]);
});

describe('another environment is refused', () => {
  const app = new App();
  const rule = l1Rule(stackIn({ region: 'us-east-1', account: '444455556666' }, app));
  const far = new sqs.CfnQueue(stackIn({ region: 'us-west-2', account: '111122223333' }, app, 'Far'), 'Queue').attrArn;

  test.each([['an ARN', QUEUE_ARN], ['a queue of another stack', far]])('in %s', (_, arn) => {
    expect([checkRegion, checkAccount].map((check) => errorOf(() => check(rule, arn))?.name))
      .toEqual(['DeliveryDestinationInOtherRegion', 'DeliveryDestinationInOtherAccount']);
  });

  test('unless it is not known', () => {
    expect(errorOf(() => checkRegion(l1Rule(testStack()), QUEUE_ARN))).toBeUndefined();
  });
});
