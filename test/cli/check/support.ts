import type { Issue } from '../../../src/cli/check/issue';

/** An issue as any rule may have. */
export function issue(props: Partial<Issue> = {}): Issue {
  return {
    id: 'QueueTooShort',
    level: 'error',
    text: 'It is gone.',
    fix: 'Keep it.',
    place: { id: 'Q', name: 'Orders/Q', template: 'Shop', type: 'AWS::SQS::Queue' },
    path: 'Properties.X',
    source: 'https://docs.aws.amazon.com/x',
    ...props,
  };
}
