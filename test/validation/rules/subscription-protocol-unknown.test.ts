import { subscriptionProtocolUnknown } from '../../../src/validation/rules/subscription-protocol-unknown';
import { describeRule } from '../../conformance/describe-rule';
import { ref, subscription } from '../support';

describeRule({
  rule: subscriptionProtocolUnknown,
  violating: [[{ Sub: subscription({ Protocol: 'lamda' }) }, 'Sub Properties.Protocol']],
  compliant: [{ Sub: subscription({ Protocol: 'lambda' }), Mail: subscription({ Protocol: 'email-json' }) }],
  unknown: [{ Sub: subscription({ Protocol: ref('Protocol') }) }],
});
