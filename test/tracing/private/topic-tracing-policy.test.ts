import { TopicTracingPolicy } from '../../../src/tracing/private/topic-tracing-policy';
import { testStack } from '../../support';

test('is one for the stack', () => {
  const stack = testStack();

  expect(TopicTracingPolicy.in(stack)).toBe(TopicTracingPolicy.in(stack));
});
