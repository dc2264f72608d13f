import { configurationBucket } from '../../../src/fault-injection/private/configuration-bucket';
import { testStack } from '../../support';

test('a stack has one', () => {
  const [stack, other] = [testStack(), testStack('Other')];

  expect(configurationBucket(stack)).toBe(configurationBucket(stack));
  expect(configurationBucket(other)).not.toBe(configurationBucket(stack));
});
