import { SENDER_FAILURES } from '../../src/facts/failure-matrix-senders';

test.each([
  ['eventbridge-rule', 'rule-target-dead-letters'],
  ['scheduler', 'schedule-dead-letters'],
  ['sns', 'subscription-dead-letters'],
  ['subscriber-event', 'subscriber-failures'],
  ['pipe-event', 'pipe-dead-letters'],
] as const)('%s keeps in %s what it could not hand over', (invoker, net) => {
  const { 'missing-permission': refused, 'too-old': late } = SENDER_FAILURES[invoker];
  expect([refused.keptBy, late.keptBy]).toEqual([net, net]);
});

test.each(['s3', 'ses', 'logs', 'cognito-sender', 'codecommit', 'config-rule'] as const)('%s has nothing to keep in what it could not hand over', (invoker) => {
  expect(SENDER_FAILURES[invoker]['missing-permission'].keptBy).toBe('nobody');
});

test('a permission is not waited for where AWS says so', () => {
  for (const invoker of ['eventbridge-rule', 'sns'] as const) expect(SENDER_FAILURES[invoker]['missing-permission'].tries).toBe('once');
});
