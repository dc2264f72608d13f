import { shapeOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const gatewayTemplateQuotedMessage: Rule = {
  id: 'GatewayTemplateQuotedMessage',
  severity: 'error',
  source: 'api-gateway/gateway-response-definition',
  what: 'The template of a gateway response puts `$context.error.message` between quotes.',
  happens: 'Messages with quotes in them make it broken JSON: clients can not read the error.',
  fix: 'Use `$context.error.messageString` without quotes around it.',
  check: forEach('AWS::ApiGateway::GatewayResponse', (response) => response.get('ResponseTemplates').members()
    .filter(([, template]) => /"\$context\.error\.message(?!String)|"\$context\.error\.messageString"/.test(shapeOf(template) ?? ''))
    .map(([type]) => at(response, `ResponseTemplates.${type}`, 'has the message in quotes'))),
};
