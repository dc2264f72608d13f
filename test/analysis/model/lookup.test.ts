import { Assembly, resourcesNamed } from '../../../src/analysis';

const queue = { Type: 'AWS::SQS::Queue' };
const assembly = new Assembly([
  { name: 'One', json: { Resources: { Orders: queue, OrdersDead: queue, Topic: { Type: 'AWS::SNS::Topic' } } } },
  { name: 'Two', json: { Resources: { OrdersDead: queue } } },
]);

test.each([
  ['Orders', ['One/Orders']],
  ['OrdersD', ['One/OrdersDead', 'Two/OrdersDead']],
  ['Two/OrdersDead', ['Two/OrdersDead']],
  ['Dead', []],
  ['Topic', []],
  ['', []],
])('"%s" means %j', (name, found) => {
  expect(resourcesNamed(assembly, name, 'AWS::SQS::Queue').map(String)).toEqual(found);
});

test('without a type every resource is meant', () => {
  expect(resourcesNamed(assembly, 'Top').map(String)).toEqual(['One/Topic']);
});
