import { experimentWithoutStop } from '../../../src/validation/rules/experiment-without-stop';
import { describeRule } from '../../conformance/describe-rule';
import { resource } from '../support';

const experiment = (StopConditions: unknown, ActionId = 'aws:lambda:invocation-error') => ({
  Experiment: resource('AWS::FIS::ExperimentTemplate')({ StopConditions, Actions: { fail: { ActionId } } }),
});

describeRule({
  rule: experimentWithoutStop,
  violating: [[experiment([{ Source: 'none' }]), 'Experiment Properties.StopConditions']],
  compliant: [experiment([{ Source: 'aws:cloudwatch:alarm', Value: 'arn:x' }]), experiment([{ Source: 'none' }], 'aws:ec2:stop-instances')],
  unknown: [experiment([{ Source: { Ref: 'Source' } }])],
});
