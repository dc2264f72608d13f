import { templateWith } from './support';
import { Index } from '../../../src/analysis/model/resource-index';

const template = templateWith({
  A: { Type: 'P', Properties: { Of: [{ Ref: 'Queue' }, { Ref: 'Queue' }, { Ref: 'Fn' }] } }, B: { Type: 'P', Properties: { Of: { Ref: 'Queue' } } }, C: { Type: 'Q', Properties: { Of: { Ref: 'Stage' } } },
});
const indexOf = (type: string) => new Index(template.resources.filter((resource) => resource.type === type), (resource) => [resource.get('Of')], ['AWS::SQS::Queue']);

test('what points at a resource is found once', () => {
  expect(indexOf('P').of(template.resource('Queue')!)).toEqual({ found: [template.resource('A'), template.resource('B')], isOpen: false });
  expect(indexOf('P').of(template.resource('Role')!).found).toEqual([]);
});

test('what points at something unknown may point at any', () => {
  expect(indexOf('Q').of(template.resource('Queue')!)).toEqual({ found: [], isOpen: true });
});
