import { payloadOf } from './input-template';
import { messageOf, recordOf, RedriveFunctionRun, type Answer, type Message } from './support';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { RedrivePipe } from '../../src/redrive/redrive-pipe';
import { Deployed } from '../deployed';
import { nodeFunction, testStack } from '../support';

const BROKEN: Answer = () => ({ functionError: 'Unhandled', payload: '{"errorType":"StockBusy"}' });

/** Two queues, a pipe and the function, as a template wires them, played message by message. */
class Play {
  public readonly failures: Message[] = [];
  public readonly quarantine: Message[] = [];
  public invocations = 0;
  private readonly redrive: RedriveFunctionRun;
  private readonly maxReceives: number;
  private readonly quarantineUrl: string;
  private readonly receives = new Map<Message, number>();

  constructor(public answer: Answer) {
    const stack = testStack();
    const fn = nodeFunction(stack, 'Orders');
    const failureQueue = new FailureQueue(stack, 'Failures');
    fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(failureQueue) }));
    const redrive = new RedrivePipe(stack, 'Redrive', { failureQueue, functions: [fn], maxAttempts: 2 });

    const deployed = Deployed.fromStack(stack);
    const functionArn = deployed.resolve(stack.resolve(fn.functionArn));
    const { Variables } = deployed.properties('AWS::Lambda::Function', 'Redrive').Environment;
    this.redrive = new RedriveFunctionRun(Variables, (input) => this.answer(input));
    const { RedrivePolicy } = deployed.properties('AWS::SQS::Queue', 'Failures');
    this.maxReceives = RedrivePolicy.maxReceiveCount;
    this.quarantineUrl = deployed.resolve(stack.resolve(redrive.quarantineQueue.queue.queueUrl));
    expect(RedrivePolicy.deadLetterTargetArn).toBe(deployed.resolve(stack.resolve(redrive.quarantineQueue.queueRef.queueArn)));
    this.failures.push(messageOf(recordOf('{"id":42}', functionArn)));
  }

  /** The pipe runs until the queue is empty. Fails where it never gets empty. */
  public async run(): Promise<void> {
    for (let steps = 0; this.failures.length > 0; steps++) {
      if (steps > 2_000) throw new Error('It loops');
      await this.step(this.failures.shift()!);
    }
  }

  /** What an operator does: StartMessageMoveTask, which keeps body and attributes. */
  public moveBack(): void {
    this.failures.push(...this.quarantine.splice(0));
  }

  private async step(message: Message): Promise<void> {
    const received = (this.receives.get(message) ?? 0) + 1;
    if (received > this.maxReceives) {
      this.quarantine.push(message);
      return;
    }
    this.receives.set(message, received);
    try {
      await this.redrive.handle(payloadOf([message]));
    } catch {
      this.failures.push(message); // it is visible again
    }
    this.invocations += this.redrive.invoked.splice(0).length;
    for (const { queueUrl, body, attributes } of this.redrive.quarantined.splice(0)) {
      expect(queueUrl).toBe(this.quarantineUrl);
      this.quarantine.push(messageOf(body, attributes));
    }
  }
}

test('an event that fails again leaves the queue at the first attempt, counted', async () => {
  const play = new Play(BROKEN);
  await play.run();

  expect(play.invocations).toBe(1);
  expect(play.quarantine).toMatchObject([{ messageAttributes: { RedriveAttempts: { stringValue: '1' }, RedriveReason: { stringValue: 'FunctionError' } } }]);
});

test('moved back again and again, it is invoked as often as maxAttempts says, and never lost', async () => {
  const play = new Play(BROKEN);
  const original = play.failures[0].body;
  for (let round = 0; round < 5; round++) {
    await play.run();
    play.moveBack();
  }
  await play.run();

  expect(play.invocations).toBe(2);
  expect(play.quarantine).toMatchObject([{
    body: original, messageAttributes: { RedriveAttempts: { stringValue: '2' }, RedriveReason: { stringValue: 'AttemptsExhausted' } },
  }]);
});

test('repaired, it succeeds and is gone', async () => {
  const play = new Play(BROKEN);
  await play.run();
  play.moveBack();
  play.answer = () => ({ payload: 'null' });
  await play.run();

  expect([play.failures, play.quarantine, play.invocations]).toEqual([[], [], 2]);
});

test('refused by Lambda for ever, it ends in quarantine too, without an attempt', async () => {
  const play = new Play(() => { throw new Error('TooManyRequestsException'); });
  await play.run();

  expect(play.quarantine).toHaveLength(1);
  expect(play.quarantine[0].messageAttributes).toEqual({});
});
