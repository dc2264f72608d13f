import { ARN, found, path } from './support';

test('what catches nothing is said to', () => {
  const url = (more: object) => path({ Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: ARN, ...more } } }, 'crash');

  expect([found(url({})), found(url({ Deep: { DeadLetterConfig: {} } }))]).toEqual([[], ['CatchesNothingHere']]);
});
