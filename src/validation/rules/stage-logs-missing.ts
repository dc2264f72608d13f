import { isMissing } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const stageLogsMissing: Rule = {
  id: 'StageLogsMissing',
  severity: 'warning',
  source: 'api-gateway/logging',
  what: 'A stage of an API writes no access logs.',
  happens: 'What API Gateway answers by itself, such as throttles, timeouts and refusals of Lambda, is seen by the client alone.',
  fix: 'Set the destination of access logs, with a format that has the cause of errors.',
  check: forEach(['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'], (stage) => {
    const setting = stage.type === 'AWS::ApiGateway::Stage' ? 'AccessLogSetting' : 'AccessLogSettings';
    return isMissing(stage.get(setting, 'DestinationArn')) ? at(stage, `${setting}.DestinationArn`, 'is not set') : undefined;
  }),
};
