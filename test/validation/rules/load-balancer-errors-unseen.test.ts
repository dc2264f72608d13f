import { loadBalancerErrorsUnseen } from '../../../src/validation/rules/load-balancer-errors-unseen';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, resource } from '../support';

const group = resource('AWS::ElasticLoadBalancingV2::TargetGroup');
const of = (MetricName: string) => alarm({
  Namespace: 'AWS/ApplicationELB', MetricName, Dimensions: [{ Name: 'TargetGroup', Value: { 'Fn::GetAtt': ['Group', 'TargetGroupFullName'] } }],
});

describeRule({
  rule: loadBalancerErrorsUnseen,
  violating: [[{ Group: group({ TargetType: 'lambda' }), Alarm: of('HTTPCode_Target_5XX_Count') }, 'Alarm Properties.MetricName']],
  compliant: [
    { Group: group({ TargetType: 'lambda' }), Alarm: of('LambdaUserError') },
    { Group: group({ TargetType: 'ip' }), Alarm: of('HTTPCode_Target_5XX_Count') },
  ],
  unknown: [{ Group: group({ TargetType: { Ref: 'Type' } }), Alarm: of('HTTPCode_Target_5XX_Count') }],
});
