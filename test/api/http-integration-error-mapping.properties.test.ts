import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as fc from 'fast-check';
import { HttpIntegrationErrorMapping } from '../../src/api/http-integration-error-mapping';
import { strictApp } from '../support';

interface Changes {
  readonly ResponseParameters: { readonly Destination: string; readonly Source: string }[];
}

const error = fc.integer({ min: 400, max: 599 });
const legal = fc.dictionary(error.map(String), error, { maxKeys: 5 });
const header = fc.stringMatching(/^[a-z][a-z-]{0,20}$/).map((name) => `id-${name}`);

function integration(app: App): apigwv2.CfnIntegration {
  const stack = new Stack(app, 'Stack');
  const api = new apigwv2.CfnApi(stack, 'Api', { name: 'orders', protocolType: 'HTTP' });
  return new apigwv2.CfnIntegration(stack, 'Integration', {
    apiId: api.ref, integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', integrationUri: 'arn:aws:lambda:eu-west-1:111122223333:function:orders',
  });
}

test('whatever is asked for legally is a template that CDK finds nothing wrong with', () => {
  process.env.CDK_VALIDATION = 'true';
  fc.assert(fc.property(legal, header, (statuses, requestIdHeader) => {
    const app = strictApp();
    integration(app).with(new HttpIntegrationErrorMapping({ statuses, requestIdHeader }));
    app.synth();
  }), { numRuns: 8 });
  process.env.CDK_VALIDATION = 'false';
}, 120_000);

test('an error never becomes a success, whatever is mapped', () => {
  fc.assert(fc.property(legal, (statuses) => {
    const made = integration(new App());
    made.with(new HttpIntegrationErrorMapping({ statuses }));
    const { ResponseParameters } = Object.values(Template.fromStack(made.stack).findResources('AWS::ApiGatewayV2::Integration'))[0].Properties;

    for (const [status, entry] of Object.entries<Changes>(ResponseParameters)) {
      const changed = entry.ResponseParameters.find(({ Destination }) => Destination === 'overwrite:statuscode')?.Source ?? status;
      expect([Number(status) >= 400, Number(changed) >= 400, changed]).toEqual([true, true, `${statuses[status] ?? status}`]);
    }
  }), { numRuns: 50 });
});

test('illegal statuses are coded errors', () => {
  const illegal = fc.oneof(fc.integer({ max: 399 }), fc.integer({ min: 600 }), fc.double({ min: 400.1, max: 400.9 }));
  fc.assert(fc.property(error, illegal, (from, to) => {
    expect(() => new HttpIntegrationErrorMapping({ statuses: { [from]: to } })).toThrow(expect.objectContaining({ name: 'HttpStatusMappingInvalid' }));
    expect(() => new HttpIntegrationErrorMapping({ statuses: { [to]: from } })).toThrow(expect.objectContaining({ name: 'HttpStatusMappingInvalid' }));
  }));
});
