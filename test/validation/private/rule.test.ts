import { at, forEach } from '../../../src/validation/private/rule';
import { lambda, queue } from '../support';
import { assemblyOf, resourceIn } from '../template';

test('a finding is at a property, or at all of them', () => {
  const Fn = resourceIn({ Fn: lambda() }, 'Fn');

  expect([at(Fn, 'Timeout', 'is 1'), at(Fn, '', 'is odd')].map(({ path }) => path)).toEqual(['Properties.Timeout', 'Properties']);
});

test('resources of some types are checked, with none, one or several findings each', () => {
  const check = forEach(['AWS::Lambda::Function', 'AWS::SQS::Queue'], (resource) => (
    resource.id === 'None' ? undefined : resource.id === 'One' ? at(resource, '', 'a') : [at(resource, '', 'a'), at(resource, '', 'b')]));

  expect(check(assemblyOf({ None: lambda(), One: lambda(), Two: queue(), Other: { Type: 'AWS::SNS::Topic' } })).map(({ resource, detail }) => `${resource} ${detail}`)).toEqual(['One a', 'Two a', 'Two b']);
});
