import { httpMethodUnknown } from '../../../src/validation/rules/http-method-unknown';
import { describeRule } from '../../conformance/describe-rule';
import { method, ref } from '../support';

describeRule({
  rule: httpMethodUnknown,
  violating: [[{ Get: method({ HttpMethod: 'FETCH' }) }, 'Get Properties.HttpMethod']],
  compliant: [{ Get: method({ HttpMethod: 'GET' }), Any: method({ HttpMethod: 'ANY' }) }],
  unknown: [{ Get: method({ HttpMethod: ref('Verb') }) }],
});
