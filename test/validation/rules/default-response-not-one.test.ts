import { defaultResponseNotOne } from '../../../src/validation/rules/default-response-not-one';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaMethod, mappedMethod, method, ref } from '../support';

const place = 'Get Properties.Integration.IntegrationResponses';

describeRule({
  rule: defaultResponseNotOne,
  violating: [[{ Get: mappedMethod({ 200: 'ok', 500: '[\\s\\S]+' }) }, place], [{ Get: mappedMethod({ 200: undefined, 404: 'no', 500: '' }) }, place]],
  compliant: [{ Get: mappedMethod({ 200: undefined, 500: '[\\s\\S]+' }) }, { Get: lambdaMethod({ Type: 'AWS_PROXY' }) }, { Get: method({ Integration: { Type: 'MOCK' } }) }],
  unknown: [{ Get: mappedMethod({ 200: 'ok', 500: ref('Pattern') }) }],
});
