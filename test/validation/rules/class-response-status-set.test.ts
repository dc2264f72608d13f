import { classResponseStatusSet } from '../../../src/validation/rules/class-response-status-set';
import { describeRule } from '../../conformance/describe-rule';
import { gatewayResponse, ref } from '../support';

describeRule({
  rule: classResponseStatusSet,
  violating: [[{ All: gatewayResponse({ ResponseType: 'DEFAULT_4XX', StatusCode: '400' }) }, 'All Properties.StatusCode']],
  compliant: [{ All: gatewayResponse({ ResponseType: 'DEFAULT_4XX' }), One: gatewayResponse({ ResponseType: 'THROTTLED', StatusCode: '429' }) }],
  unknown: [{ All: gatewayResponse({ ResponseType: 'DEFAULT_4XX', StatusCode: ref('Status') }) }],
});
