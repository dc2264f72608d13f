import { modelOf, type Assembly, type Resource } from '../../analysis';
import { functionOf } from '../private/functions';
import { isMissing } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const customResourceTimeoutMissing: Rule = {
  id: 'CustomResourceTimeoutMissing',
  severity: 'info',
  source: 'cloudformation/custom-resource',
  what: 'A custom resource says nothing of how long CloudFormation may wait for its function.',
  happens: 'If the function crashes before it answers, the deployment hangs for an hour, and its rollback for another.',
  fix: 'Set `ServiceTimeout` a little above the `Timeout` of the function.',
  check: (assembly) => customResourcesOf(assembly).flatMap((resource) => {
    const fn = functionOf(resource.get('ServiceToken'));
    // CDK's own providers answer in any case, and nobody can give them the setting.
    return fn && !modelOf(assembly).functionOf(fn).isProvider && isMissing(resource.get('ServiceTimeout')) ? [at(resource, 'ServiceTimeout', `is not set, and ${fn} may never answer`)] : [];
  }),
};

function customResourcesOf(assembly: Assembly): readonly Resource[] {
  return assembly.templates.flatMap(({ resources }) => resources).filter(({ type }) => type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::'));
}
