import { stageLogsMissing } from '../../../src/validation/rules/stage-logs-missing';
import { describeRule } from '../../conformance/describe-rule';
import { ref, resource } from '../support';

const [rest, http] = ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'].map(resource);

describeRule({
  rule: stageLogsMissing,
  violating: [[{ Stage: rest() }, 'Stage Properties.AccessLogSetting.DestinationArn'], [{ Stage: http() }, 'Stage Properties.AccessLogSettings.DestinationArn']],
  compliant: [{ Rest: rest({ AccessLogSetting: { DestinationArn: 'arn:x' } }), Http: http({ AccessLogSettings: { DestinationArn: ref('Logs') } }) }],
  unknown: [{ Stage: rest({ AccessLogSetting: ref('Setting') }) }],
});
