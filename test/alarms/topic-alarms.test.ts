import * as sns from 'aws-cdk-lib/aws-sns';
import { TopicAlarms } from '../../src/alarms/topic-alarms';
import { testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

const METRICS = ['NumberOfNotificationsFailed', 'NumberOfNotificationsFailedToRedriveToDlq'];
const METHODS = ['notificationsFailed', 'notificationsFailedToRedriveToDlq'] as const;

test.each(METHODS.map((method, index) => [method, METRICS[index]] as const))('%s() sees a single message', (method, metric) => {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'Topic');
  TopicAlarms.fromTopic(topic)[method]();

  expect(alarmOf(stack, metric)).toMatchObject({
    Namespace: 'AWS/SNS',
    Dimensions: [{ Name: 'TopicName', Value: stack.resolve(topic.topicName) }],
    ...SINGLE_FAILURE,
  });
});

test('recommended() makes all of them, tuned or dropped by name', () => {
  const stack = testStack();
  TopicAlarms.fromTopic(new sns.CfnTopic(stack, 'Topic')).recommended({ notificationsFailed: { threshold: 3 } });

  expect(metricsOf(stack)).toEqual(METRICS);
  expect(alarmOf(stack, METRICS[0]).Threshold).toBe(3);
  expect(TopicAlarms.fromTopic(new sns.CfnTopic(stack, 'Other')).recommended({
    notificationsFailed: { enabled: false }, notificationsFailedToRedriveToDlq: { enabled: false },
  })).toEqual([]);
});
