import { modelWith } from './support';

const fn = (properties: object, more: object = {}, id = 'Orders') => modelWith({ [id]: { Type: 'AWS::Lambda::Function', Properties: properties, ...more } }).functions.find(({ resource }) => resource.id === id)!;

test('a function has its timeout', () => {
  expect([fn({ Timeout: 9 }).timeout.value, fn({}).timeout.from]).toEqual([9, 'default']);
});

test.each([['durable', 'DurableConfig'], ['tenant-isolated', 'TenancyConfig'], ['managed-instances', 'CapacityProviderConfig']])('a function is %s by %s', (kind, property) => {
  expect(fn({ [property]: {} }).kinds).toEqual([kind]);
});

test('a call without a qualifier runs the latest code, or the latest published', () => {
  expect([fn({}).unqualified, fn({ CapacityProviderConfig: {} }).unqualified]).toEqual(['$LATEST', '$LATEST.PUBLISHED']);
});

test.each(['BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691', 'CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F', 'AWS679f53fac002430cb0da5b7982bd22872D164C4C', 'LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8aFD4BFC8A'])(
  '%s is the CDK\'s own', (id) => {
    expect(fn({}, {}, id).isProvider).toBe(true);
  },
);

test('a function with a name like it in its path is too, others are not', () => {
  expect(fn({}, { Metadata: { 'aws:cdk:path': 'Stack/Provider/framework-onEvent/Resource' } }).isProvider).toBe(true);
  expect(fn({}, { Metadata: { 'aws:cdk:path': 'Stack/Orders/Resource' } }).isProvider).toBe(false);
  expect(fn({}, {}, 'CustomOrders').isProvider).toBe(false);
});
