import { gatewayTemplateQuotedMessage } from '../../../src/validation/rules/gateway-template-quoted-message';
import { describeRule } from '../../conformance/describe-rule';
import { gatewayResponse, ref } from '../support';

const of = (template: unknown) => ({ All: gatewayResponse({ ResponseTemplates: { 'application/json': template } }) });
const place = 'All Properties.ResponseTemplates.application/json';

describeRule({
  rule: gatewayTemplateQuotedMessage,
  violating: [[of('{"message":"$context.error.message"}'), place], [of('{"message":"$context.error.messageString"}'), place]],
  compliant: [of('{"message":$context.error.messageString}'), of('{"id":"$context.requestId"}')],
  unknown: [of(ref('Template'))],
});
