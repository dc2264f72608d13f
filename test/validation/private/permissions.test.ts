import { mayInvoke } from '../../../src/validation/private/permissions';
import { lambda, permission, ref } from '../support';
import { assemblyOf } from '../template';

const may = (props: Record<string, unknown>, sections = {}) => {
  const assembly = assemblyOf({ Fn: lambda(), Other: lambda(), Permit: permission({ FunctionName: ref('Fn'), Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com', ...props }) }, sections);
  return mayInvoke(assembly, assembly.ofType('AWS::Lambda::Function')[0], /^sns\.amazonaws\.com/);
};

test('a permission is for one function, one action and one principal', () => {
  expect([{}, { Action: 'lambda:*' }, { Principal: 's3.amazonaws.com' }, { Action: 'lambda:GetFunction' }, { FunctionName: ref('Other') }, { InvokedViaFunctionUrl: true }].map((props) => may(props)))
    .toEqual([true, true, false, false, false, false]);
});

test('what only the deployment knows may be the permission', () => {
  expect([{ Principal: ref('P') }, { Action: ref('A') }, { FunctionName: ref('F') }].map((props) => may(props))).toEqual([true, true, true]);
  expect(may({ Principal: 's3.amazonaws.com' }, { Transform: 'Macro' })).toBe(true);
});
