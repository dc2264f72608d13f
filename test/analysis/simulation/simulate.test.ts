import { FUNCTION, restTemplate, simulated, topicTemplate, triggered } from './support';
import { Assembly, causeOf, failurePathOf, Model, NO_QUALIFIER, simulate, triggerFor } from '../../../src/analysis';

test('the verdict is that of the path', () => {
  const { model, trigger } = triggered(topicTemplate(), 'sns');

  expect(simulated(topicTemplate(), 'sns', 'permission-lost').path.verdict).toBe(failurePathOf(model, trigger, 'missing-permission').verdict);
});

test('an API that waits for less than the function may take answers by itself', () => {
  const template = restTemplate('AWS_PROXY', { TimeoutInMillis: 4_000 });

  expect(simulated(template, 'rest-api', 'timeout').answer!.status).toBe(504);
  template.Resources.F = { ...FUNCTION, Properties: { Timeout: 3 } };
  expect(simulated(template, 'rest-api', 'timeout').answer!.status).toBe(502);
});

test('a malformed response is no error of the function', () => {
  const { model, trigger } = triggered(topicTemplate(), 'sns');

  expect(simulate(model, trigger, causeOf('malformed-response'))).toMatchObject({ problem: 'FailureNotSimulated' });
  expect(simulated(restTemplate('AWS_PROXY'), 'rest-api', 'malformed-response')).toMatchObject({ path: { verdict: 'kept' }, answer: { status: 502 } });
});

test('a task is tried as often as its first retrier for the name of the error says', () => {
  const retry = [{ ErrorEquals: ['CardDeclined'], MaxAttempts: 0 }, { ErrorEquals: ['StockBusy'], MaxAttempts: 6 }, { ErrorEquals: ['States.ALL'], MaxAttempts: 1 }];
  const machine = (Retry: object[]) => ({
    Resources: { F: FUNCTION, M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: { States: { A: { Type: 'Task', Resource: { 'Fn::GetAtt': ['F', 'Arn'] }, Retry } } } } } },
  });
  const { model, trigger } = triggered(machine(retry), 'step-functions');
  const attempts = (errorType?: string) => failurePathOf(model, trigger, 'function-error', errorType).attempts.count;

  expect(['CardDeclined', 'StockBusy', 'Other', undefined].map(attempts)).toEqual([1, 7, 2, 2]);
  expect(simulated(machine(retry), 'step-functions', 'function-error', 'StockBusy').path.attempts.count).toBe(7);
});

test('an invoker that is not there, or of which there are several', () => {
  expect(triggered(topicTemplate(), 'sqs').trigger).toMatchObject({ problem: 'InvokerNotInTemplate' });
  expect(triggered({ Resources: { F: FUNCTION } }, 'sns').trigger).toMatchObject({ message: expect.stringContaining('nothing invokes it') });
  const { S } = topicTemplate().Resources;
  expect(triggered(topicTemplate({ S2: S }), 'sns').trigger).toMatchObject({ problem: 'InvokerAmbiguous', message: expect.stringContaining('S, S2') });
  expect(triggered(topicTemplate(), 'sdk').trigger).toMatchObject({ isGuessed: true });
});

test('one of several is named by the beginning of its logical id, and what nothing shows is assumed only where nothing is named', () => {
  const { S } = topicTemplate().Resources;
  const model = new Model(Assembly.ofTemplate(topicTemplate({ Second: S })));
  const fn = model.assembly.templates[0].resource('F')!;
  const found = (invoker: 'sns' | 'sdk' | 'sqs', by?: string) => {
    const trigger = triggerFor(model, fn, NO_QUALIFIER, invoker, by);
    return 'problem' in trigger ? [trigger.problem, trigger.message] : trigger.by.id;
  };

  expect(found('sns', 'Sec')).toBe('Second');
  expect(found('sns', 'S')).toEqual(['InvokerAmbiguous', 'F is invoked by several of "SNS subscription": S, Second. Name one of them']);
  expect(found('sns', 'X')).toEqual(['InvokerNotInTemplate', 'F is not invoked by "SNS subscription" named "X" in these templates: there is SNS subscription (sns)']);
  expect(found('sdk')).toBe('F');
  expect(found('sdk', 'X')).toEqual(['InvokerNotInTemplate', expect.stringContaining('named "X"')]);
  expect(found('sqs')).toEqual(['InvokerNotInTemplate', 'F is not invoked by "SQS queue" in these templates: there is SNS subscription (sns)']);
});

test('who reads no response is not asked what a malformed one does', () => {
  const { model, trigger } = triggered(topicTemplate(), 'sns');
  const { message } = simulate(model, trigger, causeOf('malformed-response')) as { message: string };

  expect(message).toMatch(/^what SNS subscription does .* simulate it for API Gateway REST API, Lambda proxy, .*Application Load Balancer/);
  expect(message).not.toMatch(/SQS|Step Functions/);
});
