/** What may be added to resources that were there: nothing that replaces one, and nothing that changes what one does with an event that works. */
export const ADDITIONS = [
  /^AWS::Lambda::Function\.Properties\.(TracingConfig|DeadLetterConfig)$/,
  /^AWS::Lambda::EventInvokeConfig\.Properties\.DestinationConfig$/,
  /^AWS::Lambda::EventSourceMapping\.Properties\.(DestinationConfig|MaximumRetryAttempts|MaximumRecordAgeInSeconds|BisectBatchOnFunctionError|MetricsConfig)$/,
  /^AWS::SQS::Queue\.Properties\.(RedrivePolicy|VisibilityTimeout)$/,
  /^AWS::Events::Rule\.Properties\.Targets\[\d+\]\.(DeadLetterConfig|RetryPolicy)$/,
  /^AWS::Scheduler::Schedule\.Properties\.Target\.(DeadLetterConfig|RetryPolicy)$/,
  /^AWS::SNS::Subscription\.Properties\.RedrivePolicy$/,
  /^AWS::StepFunctions::StateMachine\.Properties\.(Definition\..*\.Retry(\[\+\])?|LoggingConfiguration|TracingConfiguration)$/,
  // a stage logs and traces without a new deployment
  /^AWS::ApiGateway::Stage\.Properties\.(AccessLogSetting|TracingEnabled)$/,
  /^AWS::ApiGatewayV2::Stage\.Properties\.AccessLogSettings$/,
  // permissions for what is new, and the order in which it is made
  /^AWS::(IAM::Policy|SQS::QueuePolicy)\.Properties\.PolicyDocument\.Statement\[\+\]$/,
  /^\S+\.DependsOn\[\+\]$/,
  // for tools
  /^AWS::ApiGateway::RestApi\.Metadata\.cdk-lambda-error-handling:answers$/,
  /^AWS::Lambda::Permission\.Metadata\.cfn-lint$/,
  /^AWS::Lambda::EventSourceMapping\.Metadata\.cfn-lint/,
];
