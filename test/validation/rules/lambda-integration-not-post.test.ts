import { lambdaIntegrationNotPost } from '../../../src/validation/rules/lambda-integration-not-post';
import { describeRule } from '../../conformance/describe-rule';
import { invocationUri, lambda, lambdaMethod, method, ref } from '../support';

const place = 'Get Properties.Integration.IntegrationHttpMethod';

describeRule({
  rule: lambdaIntegrationNotPost,
  violating: [
    [{ Fn: lambda(), Get: lambdaMethod({ IntegrationHttpMethod: 'GET' }) }, place],
    [{ Fn: lambda(), Get: lambdaMethod({ IntegrationHttpMethod: undefined }) }, place],
    [{ Get: lambdaMethod({ IntegrationHttpMethod: 'ANY', Uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations' }) }, place],
  ],
  compliant: [{ Fn: lambda(), Get: lambdaMethod() }, { Get: method({ Integration: { Type: 'HTTP', IntegrationHttpMethod: 'GET', Uri: 'https://example.com' } }) }],
  unknown: [{ Fn: lambda(), Get: lambdaMethod({ IntegrationHttpMethod: ref('Verb'), Uri: invocationUri('Fn') }) }],
});
