import { pathsOf } from '../../../src/analysis';
import { asyncConfigsElsewhere, isAwaited } from '../../../src/validation/private/async';
import { arn, asyncConfig, lambda, ref, resource, rule } from '../support';
import { assemblyOf } from '../template';

test('whoever waits for an answer notices that there is none', () => {
  const paths = pathsOf(assemblyOf({ Fn: lambda(), Rule: rule({ Targets: [{ Arn: arn('Fn') }] }), Thing: resource('Custom::Thing')({ ServiceToken: arn('Fn') }) }));

  expect(new Set(paths.map((path) => `${path.trigger.by} ${isAwaited(path)}`))).toEqual(new Set(['Rule false', 'Thing true']));
});

test('a configuration that keeps failures has an on-failure destination', () => {
  const assembly = assemblyOf({
    Fn: lambda(),
    Kept: asyncConfig({ FunctionName: ref('Fn'), Qualifier: 'live', DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } }),
    Other: asyncConfig({ FunctionName: ref('Fn'), Qualifier: '$LATEST' }),
  });

  expect(asyncConfigsElsewhere(assembly, assembly.ofType('AWS::Lambda::Function')[0]).map(String)).toEqual(['Kept']);
});
