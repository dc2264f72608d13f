import { Assembly, resourceNamed, resourcesNamed, type Resource } from '../../../src/analysis';
import { listOfNames } from '../../../src/analysis/model/lookup';

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

const named = (name: string, isPreferred?: (resource: Resource) => boolean) => {
  const found = resourceNamed(assembly, name, { what: 'queue', types: ['AWS::SQS::Queue'], isPreferred });
  return 'problem' in found ? [found.problem, found.message] : String(found);
};

test('one resource is meant, or it is said why none is', () => {
  expect(named('Orders')).toBe('One/Orders');
  expect(named('OrdersD')).toEqual(['LogicalIdAmbiguous', '"OrdersD" is the beginning of several logical ids: One/OrdersDead, Two/OrdersDead. Give one of them in full']);
  expect(named('Nothing')).toEqual(['LogicalIdUnknown', 'no queue has a logical id that is or starts with "Nothing": there are One/Orders, One/OrdersDead, Two/OrdersDead']);
  expect(resourceNamed(assembly, 'X', { what: 'bucket', types: ['AWS::S3::Bucket'] })).toMatchObject({ message: 'no bucket has a logical id that is or starts with "X": there is none' });
});

test('of several those are meant that are preferred, if there are any', () => {
  expect(named('OrdersD', ({ template }) => template.name === 'Two')).toBe('Two/OrdersDead');
  expect(named('OrdersD', () => false)).toEqual(['LogicalIdAmbiguous', expect.stringContaining('One/OrdersDead, Two/OrdersDead')]);
  expect(named('Orders', () => false)).toBe('One/Orders');
});

test('twenty names are listed, of more it is said that there are others', () => {
  const queues = (count: number) => new Assembly([{ json: { Resources: Object.fromEntries(Array.from({ length: count }, (_, i) => [`Q${i}`, queue])) } }]).ofType('AWS::SQS::Queue');

  expect(listOfNames(queues(20))).toMatch(/^Q0, .*, Q19$/);
  expect(listOfNames(queues(21))).toMatch(/^Q0, .*, Q19 and others$/);
});
