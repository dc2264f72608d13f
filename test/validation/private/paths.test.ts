import { pathsOf } from '../../../src/analysis';
import { deliversWithout, keeperOf, onPaths, settingOfTrigger } from '../../../src/validation/private/paths';
import { at } from '../../../src/validation/private/rule';
import { arn, lambda, rule, schedule } from '../support';
import { assemblyOf } from '../template';

const Rule = rule({ Targets: [{ Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' }, { Arn: arn('Fn') }] });
const assembly = assemblyOf({ Fn: lambda(), Rule, Schedule: schedule({ Target: { Arn: arn('Fn') } }) });

test('what is wrong on several ways is found once', () => {
  expect(onPaths('NothingKeepsIt', ({ trigger: { fn } }) => at(fn, '', 'is odd'))(assembly)).toHaveLength(1);
  expect(onPaths('NothingKeepsIt', () => undefined)(assembly)).toEqual([]);
});

test('a setting is at the target of the rule', () => {
  expect(deliversWithout('rule-target-dead-letters', (path) => settingOfTrigger(path, 'DeadLetterConfig.Arn'))(assembly).map(({ path }) => path)).toEqual(['Properties.Targets.1.DeadLetterConfig.Arn']);
});

test('every way says what keeps its event', () => {
  const keepers = new Set(pathsOf(assembly).map(keeperOf).map(([resource, path]) => `${resource} ${path}`));

  expect([...keepers].sort()).toEqual(['Fn Role', 'Rule Targets.1.DeadLetterConfig.Arn', 'Schedule Target.DeadLetterConfig.Arn']);
});
