import { integrationFailureStatusMissing } from '../../../src/validation/rules/integration-failure-status-missing';
import { describeRule } from '../../conformance/describe-rule';
import { gatewayResponse, ref } from '../support';

describeRule({
  rule: integrationFailureStatusMissing,
  violating: [[{ Failed: gatewayResponse({ ResponseType: 'INTEGRATION_FAILURE' }) }, 'Failed Properties.StatusCode']],
  compliant: [{ Failed: gatewayResponse({ ResponseType: 'INTEGRATION_FAILURE', StatusCode: '503' }), Timeout: gatewayResponse({ ResponseType: 'INTEGRATION_TIMEOUT' }) }],
  unknown: [{ Failed: gatewayResponse({ ResponseType: 'INTEGRATION_FAILURE', StatusCode: ref('Status') }) }],
});
