import { stageLogsWithoutCause } from '../../../src/validation/rules/stage-logs-without-cause';
import { describeRule } from '../../conformance/describe-rule';
import { ref, resource } from '../support';

const of = (Format: unknown) => ({ Stage: resource('AWS::ApiGateway::Stage')({ AccessLogSetting: { Format } }) });

describeRule({
  rule: stageLogsWithoutCause,
  violating: [[of('{"id":"$context.requestId","status":"$context.status"}'), 'Stage Properties.AccessLogSetting.Format']],
  compliant: [of('{"error":$context.error.messageString}'), of('$context.integrationErrorMessage'), of('$context.integration.status'), { Stage: resource('AWS::ApiGateway::Stage')() }],
  unknown: [of(ref('Format')), of({ 'Fn::Sub': '{"id":"$context.requestId",${More}}' })],
});
