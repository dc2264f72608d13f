import * as sns from 'aws-cdk-lib/aws-sns';
import { TOPIC_ALARMS } from '../../../src/alarms/delivery-alarm-defaults';
import { CountAlarms } from '../../../src/alarms/private/count-alarms';
import { topicSubject } from '../../../src/alarms/private/delivery-subjects';
import { testStack } from '../../support';

test('recommended() makes what can fire, and what is insisted on', () => {
  const stack = testStack();
  const [first, second] = ['First', 'Second'].map((id) => new CountAlarms(topicSubject(new sns.Topic(stack, id)), TOPIC_ALARMS));

  expect(first.recommended({}, (name) => name === 'notificationsFailed').map(({ node }) => node.id)).toEqual(['NotificationsFailedAlarm']);
  expect(second.recommended({ notificationsFailed: { enabled: true } }, () => false).map(({ node }) => node.id)).toEqual(['NotificationsFailedAlarm']);
});

test('make() tunes one alarm', () => {
  const alarms = new CountAlarms(topicSubject(new sns.Topic(testStack(), 'Topic')), TOPIC_ALARMS);

  expect(alarms.make('notificationsFailed', { threshold: 7 }).threshold).toBe(7);
});
