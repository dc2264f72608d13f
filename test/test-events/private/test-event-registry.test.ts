import { Template } from 'aws-cdk-lib/assertions';
import { testEventRegistry } from '../../../src/test-events/private/test-event-registry';
import { Deployed } from '../../deployed';
import { testStack } from '../../support';

const stack = testStack();
testEventRegistry(stack, true);
testEventRegistry(stack, true);
const [custom] = Object.values(Template.fromStack(stack).findResources('Custom::AWS'));

function call(name: string): any {
  const text = custom.Properties[name];
  return text && JSON.parse(text);
}

test('it is made where it is missing, and it is no error where it exists', () => {
  for (const name of ['Create', 'Update']) {
    expect(call(name)).toMatchObject({
      service: 'schemas', action: 'CreateRegistry', parameters: { RegistryName: 'lambda-testevent-schemas' }, ignoreErrorCodesMatching: 'ConflictException',
    });
  }
});

test('it stays when the stack is deleted: others keep events in it', () => {
  expect(call('Delete')).toBeUndefined();
});

test('it is asked for once in a stack', () => {
  Template.fromStack(stack).resourceCountIs('Custom::AWS', 1);
});

test('the role may make this registry, and nothing else', async () => {
  const deployed = Deployed.fromStack(stack);
  const [role] = Object.keys(deployed.all('AWS::IAM::Role'));
  const registry = 'arn:aws:schemas:eu-west-1:111122223333:registry/lambda-testevent-schemas';

  expect(await deployed.allows(role, 'schemas:CreateRegistry', registry)).toBe(true);
  expect(await deployed.allows(role, 'schemas:CreateRegistry', 'arn:aws:schemas:eu-west-1:111122223333:registry/other')).toBe(false);
  expect(await deployed.allows(role, 'schemas:DeleteRegistry', registry)).toBe(false);
  expect(deployed.actionsOf(role)).toEqual(['schemas:CreateRegistry']);
});
