import { modelOf, watchesOf, type Property } from '../../analysis';
import { ALARM, isOfFailures } from '../private/alarms';
import { isMissing } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** What acts on alarms by itself. */
const USERS = ['AWS::CodeDeploy::DeploymentGroup', 'AWS::FIS::ExperimentTemplate', 'AWS::AppConfig::Environment', 'AWS::ApplicationAutoScaling::ScalingPolicy', 'AWS::CloudFormation::Stack'];

export const alarmUnheard: Rule = {
  id: 'AlarmUnheard',
  severity: 'warning',
  source: 'cloudwatch/alarm',
  what: 'An alarm on failures has no action, and no other alarm is made of it.',
  happens: 'It changes its color, and nobody is told.',
  fix: 'Set `AlarmActions`, for example to a topic that somebody has subscribed to.',
  check: (assembly) => {
    const used = JSON.stringify(assembly.ofType(...USERS).map((user) => user.get().raw));
    const { hearers } = modelOf(assembly).alarms;
    return assembly.ofType(ALARM).filter((alarm) => watchesOf(alarm).some(isOfFailures) && isUnset(alarm.get('AlarmActions')) && hearers.of(alarm).length === 0 && !used.includes(`"${alarm.id}"`))
      .map((alarm) => at(alarm, 'AlarmActions', 'is not set'));
  },
};

function isUnset(actions: Property): boolean {
  return isMissing(actions) || (Array.isArray(actions.raw) && actions.raw.length === 0);
}
