import { functionOf } from './functions';
import { isTrue, shapeOf, textOf } from './reading';
import { addTo, readOnce, type Assembly, type Resource } from '../../analysis';

const PERMISSION = 'AWS::Lambda::Permission';

/** Whether a permission of the function is for a principal, or may be. */
export function mayInvoke(assembly: Assembly, fn: Resource, principal: RegExp, action = 'lambda:InvokeFunction'): boolean {
  return assembly.isOpen || permissionsOf(assembly, fn).some((permission) => {
    const [who, what] = [shapeOf(permission.get('Principal')), textOf(permission.get('Action'))];
    return (who === undefined || principal.test(who)) && (what === undefined || what === action || what === 'lambda:*' || what === '*')
      // This one is for function URLs only.
      && !(action === 'lambda:InvokeFunction' && isTrue(permission.get('InvokedViaFunctionUrl')));
  });
}

function permissionsOf(assembly: Assembly, fn: Resource): readonly Resource[] {
  const { byFunction, others } = permissionsIn(assembly);
  return [...byFunction.get(fn) ?? [], ...others];
}

/** The permissions by function, and those of which only the deployment knows the function. */
const permissionsIn = readOnce((assembly: Assembly) => {
  const byFunction = new Map<Resource, Resource[]>();
  const others: Resource[] = [];
  for (const permission of assembly.ofType(PERMISSION)) {
    const fn = functionOf(permission.get('FunctionName'));
    if (fn !== undefined) addTo(byFunction, fn, permission);
    else if (textOf(permission.get('FunctionName')) === undefined) others.push(permission);
  }
  return { byFunction, others };
});
