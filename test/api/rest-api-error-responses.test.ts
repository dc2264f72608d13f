import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Aspects, Duration, Shims, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { ErrorBody } from '../../src/api/error-body';
import { RestApiErrorResponses } from '../../src/api/rest-api-error-responses';
import type { RestApiErrorResponsesProps } from '../../src/api/rest-api-error-responses';
import { GATEWAY_RESPONSES } from '../../src/facts/gateway-responses';
import { include } from '../conformance/describe-mixin';
import { testStack } from '../support';
import { deploymentId } from './orders-api';

const TYPE = 'AWS::ApiGateway::GatewayResponse';

function restApi(stack: Stack, props: apigateway.RestApiProps = {}): apigateway.RestApi {
  const api = new apigateway.RestApi(stack, 'Api', props);
  api.root.addMethod('GET');
  return api;
}

/** The gateway responses of an L2, by type. */
function responses(props: RestApiErrorResponsesProps = {}, api: apigateway.RestApiProps = {}): Record<string, any> {
  const stack = testStack();
  restApi(stack, api).with(new RestApiErrorResponses(props));
  const all = Object.values(Template.fromStack(stack).findResources(TYPE));
  return Object.fromEntries(all.map(({ Properties }) => [Properties.ResponseType, Properties]));
}

const header = (response: any, name: string) => response.ResponseParameters?.[`gatewayresponse.header.${name}`];

describe('what is rendered', () => {
  const all = responses();

  test('there is a response for every type', () => {
    expect(Object.keys(all).sort()).toEqual(GATEWAY_RESPONSES.map(({ type }) => type).sort());
  });

  test('all have one body, keyed by the type that everybody accepts and sent as what it is', () => {
    for (const response of Object.values(all)) {
      expect(Object.keys(response.ResponseTemplates)).toEqual(['application/json']);
      expect(header(response, 'Content-Type')).toBe("'application/problem+json'");
    }
  });

  test('only an integration failure has a status of its own, because it would change without', () => {
    expect(Object.entries(all).filter(([, { StatusCode }]) => StatusCode !== undefined).map(([type, { StatusCode }]) => [type, StatusCode])).toEqual([['INTEGRATION_FAILURE', '503']]);
    expect(all.INTEGRATION_FAILURE.ResponseTemplates['application/json']).toContain('"status":503');
  });

  test('throttles, and failures that may be one, say when to come back', () => {
    expect(Object.keys(all).filter(type => header(all[type], 'Retry-After') === "'1'").sort()).toEqual(['INTEGRATION_FAILURE', 'THROTTLED']);
  });

  test('an API without CORS has no CORS headers', () => {
    expect(Object.values(all).map(response => header(response, 'Access-Control-Allow-Origin'))).toEqual(GATEWAY_RESPONSES.map(() => undefined));
  });
});

describe('options', () => {
  test('the body is the one chosen', () => {
    const { THROTTLED } = responses({ errorBody: ErrorBody.plain() });
    expect(THROTTLED.ResponseTemplates['application/json']).toContain('{"message":$context.error.messageString');
    expect(header(THROTTLED, 'Content-Type')).toBeUndefined();
  });

  test('the wait and the status of failures are the ones chosen', () => {
    const { INTEGRATION_FAILURE, THROTTLED } = responses({ retryAfter: Duration.seconds(7), integrationFailureStatus: 500 });
    expect([header(INTEGRATION_FAILURE, 'Retry-After'), header(THROTTLED, 'Retry-After')]).toEqual(["'7'", "'7'"]);
    expect(INTEGRATION_FAILURE.StatusCode).toBe('500');
    expect([429, 599].map(status => responses({ integrationFailureStatus: status }).INTEGRATION_FAILURE.StatusCode)).toEqual(['429', '599']);
  });

  test('CORS headers are those of the API', () => {
    const all = responses({}, { defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example'], allowCredentials: true } });
    for (const response of Object.values(all)) {
      expect(header(response, 'Access-Control-Allow-Origin')).toBe("'https://shop.example'");
      expect(header(response, 'Access-Control-Allow-Credentials')).toBe("'true'");
    }
    expect(header(all.THROTTLED, 'Access-Control-Expose-Headers')).toBe("'Retry-After'");
  });

  test('CORS headers are those of the OPTIONS methods where the API says nothing, also of those that are added later', () => {
    const stack = testStack();
    const api = restApi(stack);
    api.with(new RestApiErrorResponses());
    api.root.addCorsPreflight({ allowOrigins: ['https://shop.example'], exposeHeaders: ['ETag'] });
    const all = Object.values(Template.fromStack(stack).findResources(TYPE)).map(({ Properties }) => Properties);
    expect(new Set(all.map(response => header(response, 'Access-Control-Allow-Origin')))).toEqual(new Set(["'https://shop.example'"]));
    expect(new Set(all.map(response => header(response, 'Access-Control-Expose-Headers')))).toEqual(new Set(["'ETag'", "'ETag,Retry-After'"]));
  });

  test('CorsOriginAmbiguous: resources that allow different origins, at once or when the template is written', () => {
    const twoOrigins = (before: boolean) => {
      const stack = testStack();
      const api = restApi(stack);
      if (!before) api.with(new RestApiErrorResponses());
      for (const name of ['a', 'b']) api.root.addResource(name).addCorsPreflight({ allowOrigins: [`https://${name}.example`] });
      if (before) api.with(new RestApiErrorResponses());
      return Template.fromStack(stack);
    };
    const ambiguous = expect.objectContaining({ name: 'CorsOriginAmbiguous', message: expect.stringContaining('the OPTIONS methods of the API allow several origins (https://a.example, https://b.example)') });
    expect(() => twoOrigins(true)).toThrow(ambiguous);
    expect(() => twoOrigins(false)).toThrow(/the OPTIONS methods of the API allow several origins/);
  });

  test.each([400, 404, 600, 503.5])('IntegrationFailureStatusInvalid: %d blames the caller or nobody', integrationFailureStatus => {
    expect(() => new RestApiErrorResponses({ integrationFailureStatus })).toThrow(expect.objectContaining({ name: 'IntegrationFailureStatusInvalid', message: expect.stringContaining(`got ${integrationFailureStatus}`) }));
  });

  test('CorsOriginInvalid, RetryAfterInvalid: said at once', () => {
    expect(() => new RestApiErrorResponses({ corsAllowOrigin: 'shop' })).toThrow(expect.objectContaining({ name: 'CorsOriginInvalid' }));
    expect(() => new RestApiErrorResponses({ retryAfter: Duration.millis(5) })).toThrow(expect.objectContaining({ name: 'RetryAfterInvalid' }));
  });
});

describe('the deployment', () => {
  const id = (change: (api: apigateway.RestApi) => void) => {
    const stack = testStack();
    const api = new apigateway.RestApi(stack, 'Api');
    change(api);
    return deploymentId(stack);
  };
  const methods = (api: apigateway.RestApi) => ['GET', 'PUT'].forEach(name => api.root.addMethod(name));
  const mixed = (props?: RestApiErrorResponsesProps) => (api: apigateway.RestApi) => {
    methods(api);
    api.with(new RestApiErrorResponses(props));
  };

  test('is another one when an answer is, and else the same', () => {
    expect(id(mixed())).toBe(id(mixed()));
    const others = [{ errorBody: ErrorBody.plain() }, { retryAfter: Duration.seconds(2) }, { integrationFailureStatus: 500 }];
    const ids = [id(methods), id(mixed()), ...others.map(props => id(mixed(props)))];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same whether the mixin is applied before or after the methods, twice, or as an aspect', () => {
    const before = (api: apigateway.RestApi) => {
      api.with(new RestApiErrorResponses());
      methods(api);
    };
    const twice = (api: apigateway.RestApi) => {
      mixed()(api);
      api.with(new RestApiErrorResponses());
    };
    const aspect = (api: apigateway.RestApi) => {
      Aspects.of(api).add(Shims.asAspect(new RestApiErrorResponses()));
      methods(api);
    };
    expect([before, twice, aspect].map(id)).toEqual([id(mixed()), id(mixed()), id(mixed())]);
  });

  test('waits for every response, and a change to one that the user defined is a change too', () => {
    const user = (wait: string) => (api: apigateway.RestApi) => {
      methods(api);
      const mine = api.addGatewayResponse('Mine', { type: apigateway.ResponseType.EXPIRED_TOKEN });
      api.with(new RestApiErrorResponses());
      (mine.node.defaultChild as apigateway.CfnGatewayResponse).responseParameters = { 'gatewayresponse.header.X-Wait': `'${wait}'` };
    };
    expect(id(user('1'))).not.toBe(id(user('2')));
    const stack = testStack();
    restApi(stack).with(new RestApiErrorResponses());
    const template = Template.fromStack(stack);
    const ids = Object.keys(template.findResources(TYPE));
    template.hasResource('AWS::ApiGateway::Deployment', { DependsOn: Match.arrayWith(ids.sort()) });
  });
});

test('asked to complete only, it reports what differs and does the rest', () => {
  const stack = testStack();
  const api = restApi(stack, { defaultCorsPreflightOptions: { allowOrigins: ['https://a.example', 'https://b.example'] } });
  api.addGatewayResponse('Slow', { type: apigateway.ResponseType.THROTTLED, templates: { 'application/json': '{}' } });
  const refuse = jest.fn();
  new RestApiErrorResponses()._complete(api.node.defaultChild!, refuse);
  expect(refuse.mock.calls.map(([{ name }]) => name)).toEqual(['GatewayResponseConflict', 'CorsOriginAmbiguous']);
  Template.fromStack(stack).resourceCountIs(TYPE, GATEWAY_RESPONSES.length);
});

test('asked to complete only, it reports OPTIONS methods that allow different origins once', () => {
  const stack = testStack();
  const api = restApi(stack);
  for (const name of ['a', 'b']) api.root.addResource(name).addCorsPreflight({ allowOrigins: [`https://${name}.example`] });
  const refuse = jest.fn();
  new RestApiErrorResponses()._complete(api.node.defaultChild!, refuse);
  const all = Object.values(Template.fromStack(stack).findResources(TYPE)).map(({ Properties }) => Properties);
  expect(refuse.mock.calls.map(([{ name }]) => name)).toEqual(['CorsOriginAmbiguous']);
  expect(new Set(all.map(response => header(response, 'Access-Control-Allow-Origin')))).toEqual(new Set([undefined]));
});

describe('whatever the API is made of', () => {
  const names = ['L1', 'SpecRestApi', 'RestApi'] as const;
  test.each(names)('%s', name => {
    const stack = testStack();
    const api = name === 'L1'
      ? new apigateway.CfnRestApi(stack, 'Api')
      : name === 'SpecRestApi'
        ? new apigateway.SpecRestApi(stack, 'Api', { apiDefinition: apigateway.ApiDefinition.fromInline({ openapi: '3.0.0' }) })
        : restApi(stack);
    api.with(new RestApiErrorResponses());
    Template.fromStack(stack).resourceCountIs(TYPE, GATEWAY_RESPONSES.length);
  });

  test('an included template: its responses are completed and its deployment is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'include-'));
    try {
      const templateFile = join(folder, 'template.json');
      writeFileSync(templateFile, JSON.stringify({
        Resources: {
          Shop: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } },
          Slow: { Type: TYPE, Properties: { RestApiId: { Ref: 'Shop' }, ResponseType: 'THROTTLED', StatusCode: '420' } },
          Live: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Shop' } } },
        },
      }));
      const stack = testStack();
      new CfnInclude(stack, 'Include', { templateFile }).getResource('Shop').with(new RestApiErrorResponses());
      const template = Template.fromStack(stack);
      template.resourceCountIs(TYPE, GATEWAY_RESPONSES.length);
      expect(template.findResources(TYPE).Slow.Properties).toMatchObject({ StatusCode: '420', ResponseTemplates: { 'application/json': expect.stringContaining('"status":420') } });
      Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp("AWS::ApiGateway::Deployment 'Live'"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each(['an included template', 'an inline definition'])('the CORS of %s is that of its OPTIONS', kind => {
    const stack = testStack();
    const responseParameters = { 'method.response.header.Access-Control-Allow-Origin': "'https://shop.example'" };
    if (kind === 'an included template') {
      const Integration = { Type: 'MOCK', IntegrationResponses: [{ StatusCode: '204', ResponseParameters: responseParameters }] };
      const Properties = { RestApiId: { Ref: 'Shop' }, ResourceId: { 'Fn::GetAtt': ['Shop', 'RootResourceId'] }, HttpMethod: 'OPTIONS', Integration };
      include(stack, { Resources: { Shop: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } }, Options: { Type: 'AWS::ApiGateway::Method', Properties } } })
        .with(new RestApiErrorResponses());
    } else {
      const options = { 'x-amazon-apigateway-integration': { type: 'mock', responses: { default: { statusCode: '204', responseParameters } } } };
      const apiDefinition = apigateway.ApiDefinition.fromInline({ openapi: '3.0.1', paths: { '/orders': { options } } });
      new apigateway.SpecRestApi(stack, 'Api', { apiDefinition }).with(new RestApiErrorResponses());
    }
    const all = Object.values(Template.fromStack(stack).findResources(TYPE)).map(({ Properties }) => Properties);
    expect(new Set(all.map(response => header(response, 'Access-Control-Allow-Origin')))).toEqual(new Set(["'https://shop.example'"]));
  });

  test('RestApiErrorResponses.importedApi: an imported one is left with a warning', () => {
    const stack = new Stack(new App(), 'Stack');
    apigateway.RestApi.fromRestApiId(stack, 'Api', 'abc').with(new RestApiErrorResponses());
    Template.fromStack(stack).resourceCountIs(TYPE, 0);
    Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp('apply the mixin where it is defined'));
  });
});
