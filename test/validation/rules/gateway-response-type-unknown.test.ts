import { gatewayResponseTypeUnknown } from '../../../src/validation/rules/gateway-response-type-unknown';
import { describeRule } from '../../conformance/describe-rule';
import { gatewayResponse, ref } from '../support';

describeRule({
  rule: gatewayResponseTypeUnknown,
  violating: [[{ All: gatewayResponse({ ResponseType: 'DEFAULT_5XXX' }) }, 'All Properties.ResponseType'], [{ All: gatewayResponse({ ResponseType: 'DEFAULT_429' }) }, 'All Properties.ResponseType']],
  compliant: [{ All: gatewayResponse({ ResponseType: 'DEFAULT_5XX' }) }],
  unknown: [{ All: gatewayResponse({ ResponseType: ref('Type') }) }],
});
