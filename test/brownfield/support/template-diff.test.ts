import type { Json, Template } from './template';
import { templateDiff } from './template-diff';

const HASH = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const OTHER = 'ffffffffffffffffffffffffffffffff';

describe('templateDiff() finds nothing wrong with', () => {
  test('the same template', () => {
    expect(templateDiff(shop(), shop())).toEqual({ violations: [], changedIds: [], newResources: [], additions: [] });
  });

  test('new resources, keys, elements at the end and dependencies on what is new', () => {
    const diff = diffAfter(({ Resources }) => {
      Resources.Dead = { Type: 'AWS::SQS::Queue' };
      Resources.Orders.Properties.DeadLetterConfig = { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } };
      Resources.Policy.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' });
      Resources.Rule.Properties.Targets[0].RetryPolicy = { MaximumRetryAttempts: 5 };
      Resources.Mapping.DependsOn = ['Policy', 'Dead'];
      Resources.Orders.Metadata = { ...Resources.Orders.Metadata, more: true };
    });

    expect(diff.violations).toEqual([]);
    expect(diff.newResources).toEqual(['Dead']);
    expect(diff.additions.sort()).toEqual([
      'Mapping.DependsOn[+]',
      'Orders.Metadata.more',
      'Orders.Properties.DeadLetterConfig',
      'Policy.Properties.PolicyDocument.Statement[+]',
      'Rule.Properties.Targets[0].RetryPolicy',
    ]);
  });

  test('a version of a changed function, and what refers to it', () => {
    const diff = diffAfter((template) => {
      template.Resources.Orders.Properties.TracingConfig = { Mode: 'Active' };
      renamed(template, `OrdersCurrentVersion${HASH}`, `OrdersCurrentVersion${OTHER}`);
    });

    expect(diff.violations).toEqual([]);
    expect(diff.changedIds).toEqual([{ type: 'AWS::Lambda::Version', before: `OrdersCurrentVersion${HASH}`, after: `OrdersCurrentVersion${OTHER}` }]);
    expect(diff.newResources).toEqual([]);
  });

  test('a deployment of an API that answers in another way', () => {
    const diff = diffAfter((template) => {
      template.Resources.Answer = { Type: 'AWS::ApiGateway::GatewayResponse', Properties: { RestApiId: { Ref: 'Api' } } };
      renamed(template, `ApiDeployment${HASH}`, `ApiDeployment${OTHER}`);
    });

    expect(diff.violations).toEqual([]);
    expect(diff.changedIds.map(({ type }) => type)).toEqual(['AWS::ApiGateway::Deployment']);
  });

  test('retriers before those that a state has', () => {
    const diff = diffAfter(({ Resources }) => {
      Resources.Checkout.Properties.DefinitionString = definition({ Retry: [{ ErrorEquals: ['Lambda.ServiceException'] }, { ErrorEquals: ['States.ALL'] }] });
    });

    expect(diff.violations).toEqual([]);
    expect(diff.additions).toEqual(['Checkout.Properties.Definition.States.Pay.Retry[+]']);
  });
});

describe('templateDiff() finds that', () => {
  test.each<[string, (template: Json) => void, RegExp]>([
    ['a resource is gone', ({ Resources }) => { delete Resources.Rule; }, /^Rule \(AWS::Events::Rule\) is gone$/],
    ['a resource has another id', (template) => renamed(template, '"Rule"', '"Rule2"'), /^Rule \(AWS::Events::Rule\) is gone$/],
    ['a resource is of another type', ({ Resources }) => { Resources.Rule.Type = 'AWS::SNS::Topic'; }, /^Rule was .*AWS::Events::Rule.* is .*AWS::SNS::Topic/],
    ['a resource is kept no longer', ({ Resources }) => { delete Resources.Api.DeletionPolicy; }, /^Api was .*Retain/],
    ['a condition is gone', ({ Resources }) => { delete Resources.Rule.Condition; }, /^Rule was .*IsLive/],
    ['a value is another one', ({ Resources }) => { Resources.Orders.Properties.Timeout = 4; }, /^Orders\.Properties\.Timeout was 3, is 4$/],
    ['a number is text', ({ Resources }) => { Resources.Orders.Properties.Timeout = '3'; }, /^Orders\.Properties\.Timeout was 3, is "3"$/],
    ['a value is gone', ({ Resources }) => { delete Resources.Orders.Properties.Timeout; }, /^Orders\.Properties\.Timeout is gone$/],
    ['a value is a list', ({ Resources }) => { Resources.Policy.Properties.PolicyDocument.Statement[0].Action = ['logs:*']; }, /Statement\[0\]\.Action was "logs:\*"/],
    ['a reference goes elsewhere', ({ Resources }) => { Resources.Rule.Properties.Targets[0].Arn = { Ref: 'Other' }; }, /Targets\[0\]\.Arn was .*, is \{"Ref":"Other"\}/],
    ['a reference is of another kind', ({ Resources }) => { Resources.Mapping.Properties.FunctionName = { 'Fn::GetAtt': ['Orders', 'Arn'] }; }, /FunctionName was/],
    ['an element is gone', ({ Resources }) => { Resources.Rule.Properties.Targets = []; }, /Targets had 1 elements, has 0/],
    ['an element stands first', ({ Resources }) => { Resources.Rule.Properties.Targets.unshift({ Id: 'First' }); }, /Targets\[0\]\.Id was "Target0", is "First"/],
    ['metadata are gone', ({ Resources }) => { delete Resources.Orders.Metadata; }, /^Orders\.Metadata\.aws:cdk:path is gone$/],
    ['a dependency is gone', ({ Resources }) => { delete Resources.Mapping.DependsOn; }, /^Mapping no longer depends on Policy$/],
    ['a dependency on an old resource is new', ({ Resources }) => { Resources.Mapping.DependsOn = ['Policy', 'Rule']; }, /^Mapping depends on Rule now, which was there before$/],
    ['an output is another one', (template) => { template.Outputs.Url.Value = 'x'; }, /^Outputs was/],
    ['a parameter is new', (template) => { template.Parameters = { A: { Type: 'String' } }; }, /^Parameters was undefined/],
    ['a version is new for nothing', (template) => renamed(template, HASH, OTHER), /^OrdersCurrentVersion\w+ is .* now, although what it is a copy of has not changed$/],
    ['a retrier of the user is gone', ({ Resources }) => { Resources.Checkout.Properties.DefinitionString = definition({ Retry: [] }); }, /Pay\.Retry has lost .*States\.ALL/],
    ['a state calls something else', ({ Resources }) => { Resources.Checkout.Properties.DefinitionString = definition({ Resource: 'other' }); }, /Pay\.Resource was/],
    ['a definition is written anew for nothing', ({ Resources }) => {
      Resources.Checkout.Properties.DefinitionString = JSON.stringify({ StartAt: 'Pay', States: { Pay: PAY } }, null, 2);
    }, /DefinitionString is written in another way, and says the same$/],
  ])('%s', (_, change, message) => {
    expect(diffAfter(change).violations).toContainEqual(expect.stringMatching(message));
  });
});

const PAY = { Type: 'Task', Resource: 'pay', Retry: [{ ErrorEquals: ['States.ALL'] }], End: true };

function definition(pay: object): string {
  return JSON.stringify({ StartAt: 'Pay', States: { Pay: { ...PAY, ...pay } } });
}

function shop(): Template {
  return {
    Resources: {
      Orders: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 3 }, Metadata: { 'aws:cdk:path': 'Stack/Orders' } },
      [`OrdersCurrentVersion${HASH}`]: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Orders' } } },
      Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionVersion: { 'Fn::GetAtt': [`OrdersCurrentVersion${HASH}`, 'Version'] } } },
      Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }] } } },
      Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: { Ref: 'Orders' } }, DependsOn: 'Policy' },
      Rule: { Type: 'AWS::Events::Rule', Condition: 'IsLive', Properties: { Targets: [{ Id: 'Target0', Arn: { 'Fn::GetAtt': ['Orders', 'Arn'] } }] } },
      Api: { Type: 'AWS::ApiGateway::RestApi', DeletionPolicy: 'Retain', Properties: { Name: 'api' } },
      [`ApiDeployment${HASH}`]: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' } } },
      Checkout: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: definition({}) } },
    },
    Outputs: { Url: { Value: { 'Fn::Sub': 'https://${Api}.execute-api.eu-west-1.amazonaws.com' } } },
  };
}

function diffAfter(change: (template: Json) => void) {
  const after: Json = shop();
  change(after);
  return templateDiff(shop(), after as Template);
}

function renamed(template: Json, before: string, after: string): void {
  Object.assign(template, JSON.parse(JSON.stringify(template).replaceAll(before, after)));
  for (const id of Object.keys(template.Resources)) {
    if (`"${id}"`.includes(before)) delete template.Resources[id];
  }
}
