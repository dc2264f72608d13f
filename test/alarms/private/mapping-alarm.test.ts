import { canFire, makeMappingAlarm } from '../../../src/alarms/private/mapping-alarm';
import { mappingSubject } from '../../../src/alarms/private/mapping-subject';
import { mappingOf, PROVISIONED } from '../../event-source/support';
import { testStack } from '../../support';

test('says why an alarm can never fire: MappingAlarmCannotFire', () => {
  const reasons = (['failedInvocations', 'iteratorAge', 'destinationDeliveryErrors'] as const).map((name) => {
    try {
      const subject = mappingSubject(mappingOf(testStack(), 'msk', name === 'failedInvocations' ? {} : PROVISIONED));
      return makeMappingAlarm(subject, undefined, { name, options: {}, recommended: false });
    } catch (error) {
      return (error as Error).message;
    }
  });

  expect(reasons).toEqual([
    expect.stringContaining('this one has no ProvisionedPollerConfig'),
    expect.stringContaining('a mapping of Amazon MSK has no IteratorAge'),
    expect.stringContaining('or one without a destination, has no OnFailureDestinationDeliveryErrorCount'),
  ]);
});

test('is not made by itself where only the deployment knows', () => {
  const subject = mappingSubject(mappingOf(testStack(), 'kinesis', { eventSourceArn: undefined }));

  expect([canFire(subject, 'failedInvocations'), canFire(subject, 'iteratorAge')]).toEqual([true, false]);
});
