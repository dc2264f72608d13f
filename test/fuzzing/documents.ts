import { keptTemplate } from '../cli/support';

const FAILURES = { 'Fn::GetAtt': ['Failures', 'Arn'] };
const NOTIFY = { 'Fn::GetAtt': ['Notify', 'Arn'] };

/** A workflow of Lambda tasks. */
export const DEFINITION = {
  StartAt: 'Invoke',
  States: {
    Invoke: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { 'FunctionName': 'orders', 'Payload.$': '$' },
      Retry: [{ ErrorEquals: ['Lambda.ServiceException'], MaxAttempts: 3, IntervalSeconds: 2, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
      Next: 'All',
    },
    All: { Type: 'Parallel', Branches: [{ StartAt: 'Other', States: { Other: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:orders', End: true } } }], Next: 'Each' },
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } }, End: true },
    Failed: { Type: 'Fail', Error: 'Failed' },
  },
};

/** A mapping template as ours are. */
export const MAPPING_TEMPLATE = `#set($error = $input.path('$.errorMessage'))
#if($error && $error.startsWith("[OrderNotFound]"))#set($context.responseOverride.status = 404)
{"title": "$util.escapeJavaScript($error.substring(0, 5)).replaceAll("\\\\'", "'")", "n": 1}
#elseif($input.json('$.a.b[0]') == 'x' || !$error.isEmpty())x#else$input.body\${input.body}#end`;

/** Every kind of thing that a reader of templates looks for. */
export const TEMPLATE = {
  Parameters: { Name: { Type: 'String', Default: 'orders' }, Many: { Type: 'CommaDelimitedList' } },
  Mappings: { Times: { prod: { timeout: 30 } } },
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Name' }, 'orders'] } },
  Resources: {
    ...keptTemplate().Resources,
    Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Condition: 'IsProd', Properties: { FunctionName: NOTIFY, EventSourceArn: { 'Fn::GetAtt': ['Source', 'Arn'] }, FunctionResponseTypes: ['ReportBatchItemFailures'], BatchSize: 10 } },
    Source: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: FAILURES, maxReceiveCount: 5 } } },
    Rule: { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'a', Arn: NOTIFY, DeadLetterConfig: { Arn: FAILURES }, RetryPolicy: { MaximumRetryAttempts: 3 } }] } },
    Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { RoleArn: 'arn', DefinitionString: { 'Fn::Sub': JSON.stringify(DEFINITION) } } },
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } },
    Method: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: { Ref: 'Api' },
        HttpMethod: 'GET',
        ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        MethodResponses: [{ StatusCode: '200' }, { StatusCode: '404' }],
        Integration: {
          Type: 'AWS',
          IntegrationHttpMethod: 'POST',
          Uri: { 'Fn::Sub': 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Notify.Arn}/invocations' },
          IntegrationResponses: [{ StatusCode: '200' }, { StatusCode: '404', SelectionPattern: '\\[OrderNotFound\\].*', ResponseTemplates: { 'application/json': MAPPING_TEMPLATE } }],
        },
      },
    },
    Answer: { Type: 'AWS::ApiGateway::GatewayResponse', Properties: { RestApiId: { Ref: 'Api' }, ResponseType: 'DEFAULT_5XX', StatusCode: '502', ResponseTemplates: { 'application/json': '{"m": $context.error.messageString}' } } },
    Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'live', AccessLogSetting: { DestinationArn: 'arn', Format: '{"status": "$context.status"}' } } },
    Call: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: NOTIFY, Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' } },
    Filter: { Type: 'AWS::Logs::MetricFilter', Properties: { LogGroupName: '/aws/lambda/x', FilterPattern: '{ $.level = "ERROR" && ($.a != 1) }', MetricTransformations: [{ MetricName: 'm', MetricNamespace: 'n', MetricValue: '1' }] } },
    Both: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: { 'Fn::Sub': 'ALARM("${Waiting}") OR ALARM("${Undelivered}")' }, AlarmActions: [{ Ref: 'OnCall' }] } },
  },
  Outputs: { Arn: { Value: NOTIFY, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-arn' } } } },
};

/** A template of the Serverless Application Model. */
export const SERVERLESS = {
  Transform: 'AWS::Serverless-2016-10-31',
  Globals: { Function: { Timeout: 10, DeadLetterQueue: { Type: 'SQS', TargetArn: FAILURES }, Environment: { Variables: { A: 'b' } } } },
  Resources: {
    Failures: { Type: 'AWS::SQS::Queue' },
    Orders: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Handler: 'a.b',
        Runtime: 'nodejs22.x',
        AutoPublishAlias: 'live',
        EventInvokeConfig: { MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Type: 'SQS', Destination: FAILURES } } },
        Events: {
          Queue: { Type: 'SQS', Properties: { Queue: FAILURES, BatchSize: 5 } },
          Topic: { Type: 'SNS', Properties: { Topic: 'arn', RedrivePolicy: { deadLetterTargetArn: FAILURES } } },
          Api: { Type: 'Api', Properties: { Path: '/', Method: 'get' } },
          Http: { Type: 'HttpApi' },
          Time: { Type: 'Schedule', Properties: { Schedule: 'rate(1 hour)', DeadLetterConfig: { Type: 'SQS' } } },
          Stream: { Type: 'Kinesis', Properties: { Stream: 'arn', StartingPosition: 'LATEST', DestinationConfig: { OnFailure: { Destination: FAILURES } } } },
          Bucket: { Type: 'S3', Properties: { Bucket: { Ref: 'B' }, Events: 's3:ObjectCreated:*' } },
        },
      },
    },
    B: { Type: 'AWS::S3::Bucket' },
    Machine: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: DEFINITION } },
  },
};
