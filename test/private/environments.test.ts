import { Aws } from 'aws-cdk-lib';
import { differ } from '../../src/private/environments';

test.each([
  ['eu-west-1', 'us-east-1', true],
  ['eu-west-1', 'eu-west-1', false],
  ['eu-west-1', Aws.REGION, false],
  [Aws.REGION, 'eu-west-1', false],
  ['eu-west-1', undefined, false],
])('%s and %s', (one, other, different) => {
  expect(differ(one, other)).toBe(different);
});
