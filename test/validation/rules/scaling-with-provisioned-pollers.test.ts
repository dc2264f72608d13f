import { scalingWithProvisionedPollers } from '../../../src/validation/rules/scaling-with-provisioned-pollers';
import { describeRule } from '../../conformance/describe-rule';
import { mapping, ref } from '../support';

const both = { ScalingConfig: { MaximumConcurrency: 5 }, ProvisionedPollerConfig: { MinimumPollers: 2 } };

describeRule({
  rule: scalingWithProvisionedPollers,
  violating: [[{ Map: mapping(both) }, 'Map Properties.ScalingConfig']],
  compliant: [{ One: mapping({ ScalingConfig: both.ScalingConfig }), Other: mapping({ ProvisionedPollerConfig: both.ProvisionedPollerConfig }) }],
  unknown: [{ Map: mapping({ ...both, ProvisionedPollerConfig: ref('Pollers') }) }],
});
