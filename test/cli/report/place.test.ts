import { Assembly } from '../../../src/analysis';
import { nameOf, placeOf } from '../../../src/cli/report/place';

const resource = (metadata?: unknown) => Assembly.ofTemplate({ Resources: { Q: { Type: 'AWS::SQS::Queue', Metadata: metadata } } }, { name: 'Shop' }).templates[0].resource('Q')!;

test.each([
  ['Shop/Notify/Resource', 'Notify'],
  ['Shop/Notify/Alias', 'Notify/Alias'],
  ['Shop', 'Q'],
  [7, 'Q'],
])('a construct at %s is %s', (path, name) => {
  expect(nameOf(resource({ 'aws:cdk:path': path }))).toBe(name);
});

test('a resource without metadata goes by its logical id', () => {
  expect(placeOf(resource())).toEqual({ id: 'Q', name: 'Q', template: 'Shop', type: 'AWS::SQS::Queue' });
});
