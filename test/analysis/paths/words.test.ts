import { ARN, modelWith } from './support';
import { Assembly, type Attempts, type FailurePath } from '../../../src/analysis';
import { attemptsText, duration, invokerText, keptText, nameOf, triggerText } from '../../../src/analysis/paths/words';

test.each([
  [1, '1 s'], [90, '90 s'], [120, '2 min'], [3_600, '1 h'], [21_600, '6 h'], [90_000, '25 h'], [1_209_600, '14 d'], [0, '0 s'],
])('%d seconds', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

function textOf(attempts: Partial<Attempts>, { verdict = 'kept', ...outcome }: { verdict?: string; retriedBy: string }): string {
  return attemptsText({ attempts: { waits: [], isOpen: false, ...attempts }, outcome, verdict } as unknown as FailurePath);
}

test.each([
  ['once', { count: 1 }, { retriedBy: 'nobody', tries: 'once' }],
  ['3 times within 6 h by Lambda, after 1 min, 2 min', { count: 3, within: 21_600, waits: [60, 120] }, { retriedBy: 'lambda', tries: { retries: 'asyncRetryAttempts' } }],
  ['again within 6 h by Lambda, after 5 min', { within: 21_600, waits: [300] }, { retriedBy: 'lambda', tries: 'until-too-old' }],
  ['as the caller decides', {}, { retriedBy: 'caller', tries: 'as-the-caller-decides' }],
  ['not documented', {}, { retriedBy: 'nobody', tries: 'not-documented' }],
  ['until it succeeds by what reads the source', {}, { retriedBy: 'source', tries: 'until-too-old' }],
  ['until it succeeds by what reads the source, or the source deletes it', {}, { retriedBy: 'source', tries: 'until-too-old', verdict: 'lost' }],
  ['5 times by the invoker (a number is set at deployment)', { count: 5, isOpen: true }, { retriedBy: 'invoker', tries: { attempts: 'x' } }],
])('%s', (text, attempts, outcome) => {
  expect(textOf(attempts, outcome)).toBe(text);
});

test('a copy that is in no template is named by its text, else by what keeps it', () => {
  expect(keptText({ net: 'caller', text: 'arn:aws:sqs:eu-west-1:1:q' })).toBe('arn:aws:sqs:eu-west-1:1:q');
  expect(keptText({ net: 'broker', retention: 60 })).toBe('the dead-letter queue of the broker, which no template shows for 1 min');
});

const resource = (metadata?: unknown, name?: string) =>
  new Assembly([{ json: { Resources: { Q: { Type: 'AWS::SQS::Queue', Metadata: metadata } } }, name }]).templates[0].resource('Q')!;

test.each([
  ['Shop/Notify/Resource', 'Notify'],
  ['Shop/Notify/Alias', 'Notify/Alias'],
  ['Shop', 'Q'],
  [7, 'Q'],
])('a construct at %s is %s', (path, name) => {
  expect(nameOf(resource({ 'aws:cdk:path': path }))).toBe(name);
});

test('a construct in a stage has the name that it has in its stack', () => {
  expect(nameOf(resource({ 'aws:cdk:path': 'Production/Shop/Notify/Resource' }, 'Production/Shop'))).toBe('Notify');
  expect(nameOf(resource({ 'aws:cdk:path': 'Production/Shop/Notify/Resource' }, 'shop-in-production'))).toBe('Shop/Notify');
});

test('what a state machine keeps is said to be an execution, as it has the name of no queue', () => {
  expect(keptText({ net: 'execution', resource: resource(), retention: 1_209_600 })).toBe('the execution of Q for 14 d');
});

test('a task of a state machine is told by the name of its state', () => {
  const States = { Run: { Type: 'Task', Resource: ARN } };
  const [trigger] = modelWith({ Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: { StartAt: 'Run', States } } } }).triggers;

  expect([invokerText(trigger), triggerText(trigger)]).toEqual(['Step Functions task "Run"', 'Step Functions task "Run" Machine → Fn']);
});
