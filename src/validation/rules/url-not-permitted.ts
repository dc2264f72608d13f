import { functionOf } from '../private/functions';
import { mayInvoke } from '../private/permissions';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const urlNotPermitted: Rule = {
  id: 'UrlNotPermitted',
  severity: 'error',
  source: 'lambda/url-auth',
  what: 'A public function URL has no permission for the public.',
  happens: 'Every request is answered with 403.',
  fix: 'Add an `AWS::Lambda::Permission` for `lambda:InvokeFunctionUrl` with principal `*`, and one for `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true`.',
  check: forEach('AWS::Lambda::Url', (url, assembly) => {
    const fn = textOf(url.get('AuthType')) === 'NONE' ? functionOf(url.get('TargetFunctionArn')) : undefined;
    return fn && !mayInvoke(assembly, fn, /^\*$/, 'lambda:InvokeFunctionUrl') ? at(url, 'AuthType', `is NONE, and nobody may invoke ${fn} by it`) : undefined;
  }),
};
