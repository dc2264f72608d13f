import { ARN, found, path } from './support';

test('what catches nothing is said to', () => {
  const url = (more: object) => path({ Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: ARN, ...more } } }, 'crash');

  expect([found(url({})), found(url({ Deep: { DeadLetterConfig: {} } }))]).toEqual([[], ['CatchesNothingHere']]);
});

test('settings are found four levels deep, of what invokes and not of the function', () => {
  const deep = (levels: number): object => (levels === 0 ? { OnFailureDestination: 'a' } : { More: deep(levels - 1) });
  const url = (more: object) => path({ Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: ARN, ...more } } }, 'crash');

  expect([0, 3, 4].map((levels) => found(url(deep(levels))).length)).toEqual([1, 1, 0]);
  expect(found(url({ MyDeadLetterConfig: 'a' }))).toEqual([]);
  expect(url({ RedrivePolicy: {} }).findings[0]).toMatchObject({ id: 'CatchesNothingHere', text: expect.stringContaining('RedrivePolicy') });
});
