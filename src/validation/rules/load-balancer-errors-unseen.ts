import { ALARM, dimensionOf, watchedBy } from '../private/alarms';
import { resourceOf, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const loadBalancerErrorsUnseen: Rule = {
  id: 'LoadBalancerErrorsUnseen',
  severity: 'warning',
  source: 'alb/metrics',
  confidence: 'derived',
  what: 'An alarm counts `HTTPCode_Target_5XX_Count` of a target group of a function.',
  happens: 'When the function fails, the answer is the one of the load balancer, which that metric does not count: the alarm stays silent.',
  fix: 'Use `LambdaUserError`, and `HTTPCode_ELB_5XX_Count` of the load balancer.',
  check: forEach(ALARM, (alarm) => watchedBy(alarm)
    .filter(({ namespace, name }) => namespace === 'AWS/ApplicationELB' && name === 'HTTPCode_Target_5XX_Count')
    .flatMap((metric) => {
      const place = dimensionOf(metric, 'TargetGroup');
      const group = place && resourceOf(place.property, 'AWS::ElasticLoadBalancingV2::TargetGroup');
      return group && textOf(group.get('TargetType')) === 'lambda' ? [at(alarm, `${metric.path}MetricName`, `is of ${group}, whose target is a function`)] : [];
    })),
};
