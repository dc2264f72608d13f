import { Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { completeThrottling, validateThrottling } from '../../../src/api/private/stage-throttling';
import { fail } from '../../../src/private/complete-setting';
import { testStack } from '../../support';

function stage(props: Partial<apigateway.CfnStageProps> = {}): apigateway.CfnStage {
  return new apigateway.CfnStage(testStack(), 'Stage', { restApiId: 'abc123', ...props });
}

test('an entry that a raw override made is completed as it is written', () => {
  const made = stage();
  made.addPropertyOverride('MethodSettings', [{ HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: true }]);
  completeThrottling(made, { throttlingRateLimit: 5 }, fail);

  Template.fromStack(made.stack).hasResourceProperties('AWS::ApiGateway::Stage', {
    MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: true, ThrottlingRateLimit: 5 }],
  });
});

test('settings that only the deployment knows are left with a warning', () => {
  const made = stage({ methodSettings: [Token.asAny({ Ref: 'Setting' })] as never });
  completeThrottling(made, { throttlingRateLimit: 5 }, fail);

  Annotations.fromStack(made.stack).hasWarning('/Stack/Stage', Match.stringLikeRegexp('StageErrorLogging.unknownSetting'));
});

test('an equal limit is left, another one is refused', () => {
  const methodSettings = [{ httpMethod: '*', resourcePath: '/*', throttlingRateLimit: 5 }];
  const refused: string[] = [];
  completeThrottling(stage({ methodSettings }), { throttlingRateLimit: 5 }, fail);
  completeThrottling(stage({ methodSettings }), { throttlingRateLimit: 6 }, (error) => refused.push(error.name));

  expect(refused).toEqual(['StageThrottlingConflict']);
});

test('0 takes no requests, and is a limit', () => {
  expect(() => validateThrottling({ throttlingRateLimit: 0, throttlingBurstLimit: 0 })).not.toThrow();
});
