import { watchesOf } from '../../analysis';
import { ALARM, partOf, watchedResource } from '../private/alarms';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const loadBalancerErrorsUnseen: Rule = {
  id: 'LoadBalancerErrorsUnseen',
  severity: 'warning',
  source: 'alb/metrics',
  confidence: 'derived',
  what: 'An alarm counts `HTTPCode_Target_5XX_Count` of a target group of a function.',
  happens: 'When the function fails, the answer is the one of the load balancer, which that metric does not count: the alarm stays silent.',
  fix: 'Use `LambdaUserError`, and `HTTPCode_ELB_5XX_Count` of the load balancer.',
  check: forEach(ALARM, (alarm) => watchesOf(alarm)
    .filter(({ namespace, metric }) => namespace === 'AWS/ApplicationELB' && metric === 'HTTPCode_Target_5XX_Count')
    .flatMap((metric) => {
      const group = watchedResource(metric, 'TargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup');
      return group && textOf(group.get('TargetType')) === 'lambda' ? [at(alarm, partOf(metric, 'MetricName'), `is of ${group}, whose target is a function`)] : [];
    })),
};
