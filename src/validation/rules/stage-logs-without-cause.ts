import { shapeOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const CAUSE = /\$context\.(error\.|integrationErrorMessage|integration\.(error|status|integrationStatus)|integrationStatus|authorizer\.error|authorize\.error)/;

export const stageLogsWithoutCause: Rule = {
  id: 'StageLogsWithoutCause',
  severity: 'info',
  source: 'api-gateway/log-variables',
  what: 'The access logs of a stage have nothing of the cause of errors.',
  happens: 'A 500 in the log does not say whether the function failed, was throttled, or the API is not allowed to invoke it.',
  fix: 'Add `$context.error.message`, `$context.error.responseType`, `$context.integrationErrorMessage` and `$context.integration.status` to the format.',
  check: forEach(['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'], (stage) => {
    const setting = stage.type === 'AWS::ApiGateway::Stage' ? 'AccessLogSetting' : 'AccessLogSettings';
    const format = shapeOf(stage.get(setting, 'Format'));
    // What the deployment puts in may be the cause.
    return format !== undefined && format !== '' && !format.includes('*') && !CAUSE.test(format) ? at(stage, `${setting}.Format`, 'has no variable for errors') : undefined;
  }),
};
