import { expressWithoutLogs } from '../../../src/validation/rules/express-without-logs';
import { describeRule } from '../../conformance/describe-rule';
import { ref, resource } from '../support';

const of = (StateMachineType: unknown, LoggingConfiguration?: unknown) => ({ Machine: resource('AWS::StepFunctions::StateMachine')({ StateMachineType, LoggingConfiguration }) });
const place = 'Machine Properties.LoggingConfiguration.Level';

describeRule({
  rule: expressWithoutLogs,
  violating: [[of('EXPRESS'), place], [of('EXPRESS', { Level: 'OFF' }), place]],
  compliant: [of('EXPRESS', { Level: 'ERROR' }), of('STANDARD'), of(undefined)],
  unknown: [of(ref('Type')), of('EXPRESS', ref('Logging'))],
});
