import { App, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { resolveForKinds, taskKind } from '../../../src/workflow/private/task-resource';
import { l1Function, nodeFunction, testStack } from '../../support';
import { machineOf } from '../support';

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';

test.each<[unknown, string]>([
  ['arn:aws:states:::lambda:invoke', 'lambda'],
  ['arn:aws-cn:states:::lambda:invoke.waitForTaskToken', 'lambda'],
  ['arn:${AWS::Partition}:states:::lambda:invoke', 'lambda'],
  ['arn:aws:states:::aws-sdk:lambda:invoke', 'lambda'],
  [FUNCTION, 'lambda'],
  [`${FUNCTION}:live`, 'lambda'],
  ['arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}', 'lambda'],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:orders' }, 'lambda'],
  [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':states:::lambda:invoke']] }, 'lambda'],
  ['arn:aws:states:::sns:publish', 'other'],
  ['arn:aws:states:::aws-sdk:lambda:getFunction', 'other'],
  ['arn:aws:states:::lambda:invokeAsync', 'other'],
  ['arn:aws:states:eu-west-1:111122223333:activity:manual', 'other'],
  [{ 'Fn::Join': ['', { Ref: 'Parts' }] }, 'unknown'],
  ['${Unknown}', 'unknown'],
  [{ Ref: 'Parameter' }, 'unknown'],
  [{ 'Fn::GetAtt': 'Queue.Arn' }, 'unknown'],
  [{ 'Fn::ImportValue': 'Orders' }, 'unknown'],
  [undefined, 'unknown'],
])('%p is %s', (resource, kind) => {
  expect(taskKind(machineOf(testStack()), resource)).toBe(kind);
});

test.each<unknown>(['${Orders.Arn}', '${Live}', { Ref: 'Live' }, { 'Fn::GetAtt': ['Orders', 'Arn'] }, { 'Fn::GetAtt': 'Orders.Arn' }, { 'Fn::Sub': '${Orders.Arn}' },
  { 'Fn::Sub': ['${Arn}', { Arn: FUNCTION }] }, '${Substituted}'])('%p is the function or alias of that logical id', (resource) => {
  const stack = testStack();
  const version = nodeFunction(stack).addAlias('live').node.defaultChild as any;
  version.overrideLogicalId('Live');
  l1Function(stack, 'Orders');

  expect(taskKind(machineOf(stack, undefined, { definitionSubstitutions: { Substituted: Fn.getAtt('Orders', 'Arn').toString() } }), resource)).toBe('lambda');
});

test('a substitution that stands for itself is not followed for ever', () => {
  expect(taskKind(machineOf(testStack(), undefined, { definitionSubstitutions: { Loop: '${Loop}' } }), '${Loop}')).toBe('unknown');
});

test('functions in the tree are known in any stack, other tokens are resolved', () => {
  const app = new App();
  const [here, there] = ['Here', 'There'].map((id) => new Stack(app, id));
  const machine = machineOf(here);
  const resolved = (value: unknown) => resolveForKinds(machine, value);

  expect(taskKind(machine, resolved(nodeFunction(there).functionArn))).toBe('lambda');
  expect(resolved(new CfnParameter(here, 'P').valueAsString)).toEqual({ Ref: 'P' });
  expect(resolved(`${here.partition}:${new sfn.CfnActivity(here, 'A', { name: 'a' }).attrArn}:x`))
    .toEqual({ 'Fn::Join': ['', [{ Ref: 'AWS::Partition' }, ':', { 'Fn::GetAtt': ['A', 'Arn'] }, ':x']] });
  const nested = Fn.join(':', ['arn', here.region, 'x']);
  expect(resolved(`${nested}/y`)).toEqual({ 'Fn::Join': ['', [{ 'Fn::Join': [':', ['arn', { Ref: 'AWS::Region' }, 'x']] }, '/y']] });
  const list = new CfnParameter(here, 'List', { type: 'CommaDelimitedList' }).valueAsList;
  expect(resolved(`${Fn.join('', list)}/y`)).toEqual({ 'Fn::Join': ['', [{ 'Fn::Join': ['', { Ref: 'List' }] }, '/y']] });
});
