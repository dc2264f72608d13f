import { FailureVerdict, SimulatedFailure } from '../../src/testing/simulated-failure';
import { simulated, topicTemplate } from '../analysis/simulation/support';

test('it has all that is known, in types of every language', () => {
  const outcome = SimulatedFailure._of(simulated(topicTemplate(), 'sns', 'too-old'));

  expect(outcome).toMatchObject({ verdict: FailureVerdict.LOST, lost: true, keptIn: [], alarms: [], heardBy: [], attemptCount: 100_015 });
  expect(outcome.answer).toBeUndefined();
  expect(outcome.attempts).toHaveLength(10);
  expect(outcome.attempts[1]).toEqual({ number: 2, at: undefined });
  expect(outcome.toString()).toBe(outcome.summary);
});
