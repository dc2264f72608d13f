import { integrationStatusNotDeclared } from '../../../src/validation/rules/integration-status-not-declared';
import { describeRule } from '../../conformance/describe-rule';
import { mappedMethod, method, ref } from '../support';

const place = 'Get Properties.Integration.IntegrationResponses.1.StatusCode';
const responses = { 200: undefined, 404: 'no' };

describeRule({
  rule: integrationStatusNotDeclared,
  violating: [
    [{ Get: mappedMethod(responses, { MethodResponses: [{ StatusCode: 200 }] }) }, place],
    [{ Get: method({ Integration: { Type: 'MOCK', IntegrationResponses: [{ StatusCode: '204' }] } }) }, 'Get Properties.Integration.IntegrationResponses.0.StatusCode'],
  ],
  compliant: [{ Get: mappedMethod(responses) }, { Get: method({ Integration: { Type: 'AWS_PROXY', IntegrationResponses: [{ StatusCode: '204' }] } }) }],
  unknown: [{ Get: mappedMethod(responses, { MethodResponses: [{ StatusCode: ref('Status') }] }) }, { Get: mappedMethod(responses, { MethodResponses: ref('Responses') }) }],
});
