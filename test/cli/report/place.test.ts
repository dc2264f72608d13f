import { Assembly } from '../../../src/analysis';
import { placeOf } from '../../../src/cli/report/place';

const resource = (metadata?: unknown) => Assembly.ofTemplate({ Resources: { Q: { Type: 'AWS::SQS::Queue', Metadata: metadata } } }, { name: 'Shop' }).templates[0].resource('Q')!;

test('a resource without metadata goes by its logical id', () => {
  expect(placeOf(resource())).toEqual({ id: 'Q', name: 'Q', template: 'Shop', type: 'AWS::SQS::Queue' });
});
