import { errorsAnsweredAsSuccess } from '../../../src/validation/rules/errors-answered-as-success';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaMethod, mappedMethod, method, ref } from '../support';

const place = 'Get Properties.Integration.IntegrationResponses';

describeRule({
  rule: errorsAnsweredAsSuccess,
  violating: [[{ Get: lambdaMethod({ IntegrationResponses: [{ StatusCode: '200' }] }) }, place], [{ Get: lambdaMethod() }, place]],
  compliant: [
    { Get: mappedMethod({ 200: undefined, 500: '[\\s\\S]+' }) },
    { Get: lambdaMethod({ Type: 'AWS_PROXY' }) },
    { Get: lambdaMethod({ RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } }) },
    { Get: lambdaMethod({ IntegrationResponses: [{ StatusCode: '200', ResponseTemplates: { 'application/json': '#set($context.responseOverride.status = 500)' } }] }) },
    { Get: method({ Integration: { Type: 'AWS', Uri: 'arn:aws:apigateway:eu-west-1:sqs:path/q' } }) },
  ],
  unknown: [{ Get: lambdaMethod({ IntegrationResponses: [{ StatusCode: '200', SelectionPattern: ref('Pattern') }] }) }],
});
