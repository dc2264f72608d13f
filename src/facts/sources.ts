const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest';
const API_GATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';
const CLOUDWATCH = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest';
const CLOUDFORMATION = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const EVENTBRIDGE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide';
const SQS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest';
const SNS = 'https://docs.aws.amazon.com/sns/latest/dg';
const ELB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application';
const GITHUB = 'https://github.com/aws';

/** Where the facts are written. */
export const SOURCES = {
  // Lambda
  'lambda/api-invoke': `${LAMBDA}/api/API_Invoke.html`,
  'lambda/api-create-function': `${LAMBDA}/api/API_CreateFunction.html`,
  'lambda/api-event-invoke-config': `${LAMBDA}/api/API_PutFunctionEventInvokeConfig.html`,
  'lambda/api-event-source-mapping': `${LAMBDA}/api/API_CreateEventSourceMapping.html`,
  'lambda/async-error-handling': `${LAMBDA}/dg/invocation-async-error-handling.html`,
  'lambda/async-retain-records': `${LAMBDA}/dg/invocation-async-retain-records.html`,
  'lambda/api-durable-config': `${LAMBDA}/api/API_DurableConfig.html`,
  'lambda/durable-event-sources': `${LAMBDA}/dg/durable-invoking-esm.html`,
  'lambda/durable-invoking': `${LAMBDA}/dg/durable-invoking.html`,
  'lambda/durable-monitoring': `${LAMBDA}/dg/durable-monitoring.html`,
  'lambda/durable-security': `${LAMBDA}/dg/durable-security.html`,
  'lambda/limits': `${LAMBDA}/dg/gettingstarted-limits.html`,
  'lambda/managed-instances': `${LAMBDA}/dg/lambda-managed-instances.html`,
  'lambda/managed-instances-versions': `${LAMBDA}/dg/lambda-managed-instances-version-publishing.html`,
  'lambda/metrics': `${LAMBDA}/dg/monitoring-metrics-types.html`,
  'lambda/recursion': `${LAMBDA}/dg/invocation-recursion.html`,
  'lambda/response-streaming': `${LAMBDA}/dg/configuration-response-streaming.html`,
  'lambda/environment': `${LAMBDA}/dg/lambda-runtime-environment.html`,
  'lambda/telemetry-schema': `${LAMBDA}/dg/telemetry-schema-reference.html`,
  'lambda/troubleshooting': `${LAMBDA}/dg/troubleshooting-invocation.html`,
  'lambda/services': `${LAMBDA}/dg/lambda-services.html`,
  'lambda/tenant-isolation': `${LAMBDA}/dg/tenant-isolation.html`,
  'lambda/tenant-isolation-invoke': `${LAMBDA}/dg/tenant-isolation-invoke.html`,
  'lambda/url-auth': `${LAMBDA}/dg/urls-auth.html`,
  'lambda/url-invocation': `${LAMBDA}/dg/urls-invocation.html`,
  'lambda/url-monitoring': `${LAMBDA}/dg/urls-monitoring.html`,
  'lambda/url-configuration': `${LAMBDA}/dg/urls-configuration.html`,
  'lambda/with-api-gateway-errors': `${LAMBDA}/dg/services-apigateway-errors.html`,
  'lambda/with-dynamodb-errors': `${LAMBDA}/dg/services-dynamodb-errors.html`,
  'lambda/with-iot': `${LAMBDA}/dg/services-iot.html`,
  'lambda/with-kafka-retries': `${LAMBDA}/dg/kafka-retry-configurations.html`,
  'lambda/with-kinesis': `${LAMBDA}/dg/with-kinesis.html`,
  'lambda/with-mq': `${LAMBDA}/dg/with-mq.html`,
  'lambda/with-mq-errors': `${LAMBDA}/dg/services-mq-errors.html`,
  'lambda/with-sqs': `${LAMBDA}/dg/with-sqs.html`,
  'lambda/with-sqs-errors': `${LAMBDA}/dg/services-sqs-errorhandling.html`,

  // What runs inside a function
  'runtime/go': `${GITHUB}/aws-lambda-go/blob/main/lambda/errors.go`,
  'runtime/emulator': `${GITHUB}/aws-lambda-runtime-interface-emulator/blob/main/internal/lambda/fatalerror/fatalerror.go`,
  'runtime/emulator-managed-instances': `${GITHUB}/aws-lambda-runtime-interface-emulator/blob/main/internal/lambda-managed-instances/rapid/model/customer_error.go`,

  // API Gateway
  'api-gateway/authorizers': `${API_GATEWAY}/apigateway-use-lambda-authorizer.html`,
  'api-gateway/gateway-responses': `${API_GATEWAY}/supported-gateway-response-types.html`,
  'api-gateway/http-api-metrics': `${API_GATEWAY}/http-api-metrics.html`,
  'api-gateway/http-api-quotas': `${API_GATEWAY}/http-api-quotas.html`,
  'api-gateway/http-api-troubleshooting': `${API_GATEWAY}/http-api-troubleshooting-lambda.html`,
  'api-gateway/lambda-integration-errors': `${API_GATEWAY}/handle-errors-in-lambda-integration.html`,
  'api-gateway/metrics': `${API_GATEWAY}/api-gateway-metrics-and-dimensions.html`,
  'api-gateway/quotas': `${API_GATEWAY}/api-gateway-execution-service-limits-table.html`,
  'api-gateway/websocket-logging': `${API_GATEWAY}/apigateway-websocket-api-logging.html`,
  'api-gateway/websocket-quotas': `${API_GATEWAY}/apigateway-execution-service-websocket-limits-table.html`,
  'api-gateway/websocket-route-response': `${API_GATEWAY}/apigateway-websocket-api-route-response.html`,

  // CloudWatch and X-Ray
  'cloudwatch/alarm': `${CLOUDWATCH}/APIReference/API_PutMetricAlarm.html`,
  'cloudwatch/alarm-limits': `${CLOUDWATCH}/monitoring/alarm-limits.html`,
  'cloudwatch/composite-alarm': `${CLOUDWATCH}/APIReference/API_PutCompositeAlarm.html`,
  'cloudwatch/mute-rule': `${CLOUDWATCH}/APIReference/API_MuteTargets.html`,
  'cloudwatch/mute-rule-schedule': `${CLOUDWATCH}/APIReference/API_Schedule.html`,
  'cloudwatch/dashboard': `${CLOUDWATCH}/APIReference/CloudWatch-Dashboard-Body-Structure.html`,
  'cloudwatch/quotas': `${CLOUDWATCH}/monitoring/cloudwatch_limits.html`,
  'cloudwatch-logs/metric-filter': 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html',
  'cloudwatch/recommended-alarms': `${CLOUDWATCH}/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html`,
  'cloudwatch-logs/subscriptions': `${CLOUDWATCH}/logs/Subscriptions.html`,
  'cloudwatch-logs/metrics': `${CLOUDWATCH}/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html`,
  'xray/groups': 'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html',

  // Other services
  'alb/metrics': `${ELB}/load-balancer-cloudwatch-metrics.html`,
  'alb/troubleshooting': `${ELB}/load-balancer-troubleshooting.html`,
  'appsync/resolvers': 'https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-lambda-resolvers.html',
  'cloudformation/custom-resource': `${CLOUDFORMATION}/aws-resource-cloudformation-customresource.html`,
  'cloudformation/event-source-mapping': `${CLOUDFORMATION}/aws-resource-lambda-eventsourcemapping.html`,
  'cloudformation/subscriber': `${CLOUDFORMATION}/aws-properties-eventsv2-subscriber-retrypolicy.html`,
  'cloudfront/edge-functions': 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html',
  'codedeploy/alarms': 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-configure-advanced-options.html',
  'cognito/triggers': 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  'config/rules': 'https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html',
  'connect/functions': 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
  'documentdb/lambda': 'https://docs.aws.amazon.com/documentdb/latest/developerguide/using-lambda.html',
  'eventbridge/dead-letter-queues': `${EVENTBRIDGE}/eb-rule-dlq.html`,
  'eventbridge/metrics': `${EVENTBRIDGE}/eb-monitoring.html`,
  'eventbridge/pipe-errors': `${EVENTBRIDGE}/eb-pipes-error-troubleshooting.html`,
  'eventbridge/pipe-queues': `${EVENTBRIDGE}/eb-pipes-sqs.html`,
  'eventbridge/pipe-streams': 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html',
  'eventbridge/pipes': 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_CreatePipe.html',
  'eventbridge/put-targets': 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html',
  'eventbridge/scheduler': 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html',
  'eventbridge/scheduler-metrics': 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html',
  'eventbridge/subscriber-metrics': `${EVENTBRIDGE}/eb-custom-bus-observability.html`,
  'eventbridge/subscriber-retries': `${EVENTBRIDGE}/eb-custom-bus-retry.html`,
  'eventbridge/subscriber-targets': `${EVENTBRIDGE}/eb-custom-bus-target-lambda.html`,
  'firehose/transformation': 'https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html',
  'fis/actions': 'https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html',
  'iot/error-actions': 'https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html',
  'lex/functions': 'https://docs.aws.amazon.com/lexv2/latest/dg/lambda.html',
  's3/batch-operations': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html',
  's3/object-lambda': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-writing-lambda.html',
  'secrets-manager/rotation': 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html',
  'ses/lambda-action': 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html',
  'sns/delivery-retries': `${SNS}/sns-message-delivery-retries.html`,
  'sns/dead-letter-queues': `${SNS}/sns-dead-letter-queues.html`,
  'sns/metrics': `${SNS}/sns-monitoring-using-cloudwatch.html`,
  'sns/publish': 'https://docs.aws.amazon.com/sns/latest/api/API_Publish.html',
  'sqs/attributes': `${SQS}/APIReference/API_SetQueueAttributes.html`,
  'sqs/message-move': `${SQS}/APIReference/API_StartMessageMoveTask.html`,
  'sqs/metrics': `${SQS}/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html`,
  'step-functions/error-handling': 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  'step-functions/metrics': 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html',
  'step-functions/redrive': 'https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html',
} as const;

/** A source of facts. */
export type SourceId = keyof typeof SOURCES;
