import type { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { functionBehind } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** What everybody must be allowed, so that a URL without authentication answers. */
const NEEDED = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'];

/** Warns of public URLs of the functions that answer 403, because nothing in the app permits to call them. */
export function checkUrls(functions: ReadonlySet<CfnResource>, resources: readonly CfnResource[]): void {
  const urls = resources.filter(lambda.CfnUrl.isCfnUrl).filter((url) => settingOf(url, 'AuthType') === 'NONE');
  const permissions = urls.length > 0 ? resources.filter(lambda.CfnPermission.isCfnPermission) : [];
  for (const url of urls) {
    const fn = functionBehind(settingOf(url, 'TargetFunctionArn'));
    const missing = fn && functions.has(fn) ? NEEDED.filter((action) => !permissions.some((permission) => permits(permission, action, fn))) : [];
    if (missing.length > 0) {
      warn(url, 'FunctionUrl.notPermitted',
        `authType is NONE, but no permission in this app lets everybody call ${missing.join(' and ')}: each request is answered 403. Add it, as fn.addFunctionUrl() does.`);
    }
  }
}

/** Whether it permits the action for the function, or may do so for all that is known. */
function permits(permission: lambda.CfnPermission, action: string, fn: CfnResource): boolean {
  const [allowed, target] = [settingOf(permission, 'Action'), functionBehind(settingOf(permission, 'FunctionName'))];
  const isAbout = (target ?? fn) === fn;
  const isPublic = settingOf(permission, 'Principal') === '*';
  return isAbout && isPublic && (typeof allowed !== 'string' || allowed === action || allowed === 'lambda:*');
}
