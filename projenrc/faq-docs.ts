import { Project } from 'projen';
import { MarkdownPage, sourceOf } from './markdown';
import { MESSAGES, SOURCES, type Message } from '../src/facts';

const SECTIONS: [seen: Message['seen'], heading: string][] = [
  ['in the log', 'In the log'],
  ['in the answer', 'In the answer of an API'],
  ['by the caller', 'What a caller gets'],
  ['in the deployment', 'In a deployment that fails'],
];

/** Messages of ours, as they are printed; `…` stands for what differs. A test makes the library print each. */
export const OWN_MESSAGES: { readonly id: string; readonly text: string; readonly answer: string }[] = [
  {
    id: 'AlarmNotifications.alarmUnheard',
    text: 'nobody hears of this alarm: it has no action',
    answer: 'An alarm went into the template, and would go off in front of nobody. Say once, for the app or a stack, who hears: `AlarmNotifications.of(app).add(new SnsAction(onCall))`. Where that is meant, acknowledge it. More: [src/alarms](../src/alarms/README.md#who-hears).',
  },
  {
    id: 'EventCanBeLost',
    text: 'an event can be lost in … ways',
    answer: '`FailureAssertions` followed every way of every event. Each paragraph of the message is one: who invokes, what goes wrong, how often it is tried, and what is not set. `lambda-errors report cdk.out` shows the same without a test. `mixins.LambdaErrorHandling` fills what lacks. More: [src/testing](../src/testing/README.md).',
  },
  {
    id: 'AsyncConfigConflict',
    text: 'failureDestination of FunctionAsyncFailure is to be …, but … has DestinationConfig.OnFailure.Destination …: take one of the two away, or make them equal',
    answer: 'The function has another failure destination already, and mixins never overwrite what somebody set. The message names the construct that set it. `mixins.LambdaErrorHandling` would leave it, and say so in its report. More: [src/failure](../src/failure/README.md).',
  },
  {
    id: 'FifoFailureDestination',
    text: 'FailureDestination.queue() got a FIFO queue, Lambda delivers failed events to a standard queue only',
    answer: 'CDK and CloudFormation take a FIFO queue, and then every delivery fails: the event is gone, and only `DestinationDeliveryFailures` knows. Take a `FailureQueue`. More: [src/failure](../src/failure/README.md#the-queue).',
  },
  {
    id: 'AsyncRetryAttemptsOutOfRange',
    text: 'retryAttempts of the asynchronous invocation must be from 0 to 2, got …',
    answer: 'Lambda tries an asynchronous event at most twice more. What needs longer belongs into a queue or a state machine, or is brought back by [`RedrivePipe`](../src/redrive/README.md).',
  },
  {
    id: 'QueueVisibilityTimeoutTooShort',
    text: 'VisibilityTimeout of the queue must be at least … seconds, 6 times the timeout of the function that reads from it',
    answer: 'With less, messages come back while the function works on them, and are counted as received until they land in the dead-letter queue. Raise it, or leave it out: `QueueRedrive` sets it. More: [src/event-source](../src/event-source/README.md).',
  },
  {
    id: 'DestinationDeliveryFailuresCannotFire',
    text: 'destinationDeliveryFailures() can never fire, because nothing delivers events of the function to a destination',
    answer: 'An alarm that cannot go off is worse than none: it looks like safety. Set a destination before, or take `recommended()`, which makes only those that can fire. More: [src/alarms](../src/alarms/README.md).',
  },
  {
    id: 'FunctionRuntimeMissing',
    text: '`runtime` is not set, and only a `GoCode` implies one',
    answer: '`ResilientFunction` knows the runtime of Go sources; for anything else give `runtime` and `handler`. More: [src/function](../src/function/README.md).',
  },
];

/** `docs/faq.md`: what people search for is what they have read. */
export function generateFaq(project: Project): void {
  const page = new MarkdownPage(project, 'docs/faq.md', 'What does that message mean?');
  const all: readonly Message[] = MESSAGES;
  page.add(
    '',
    'Headings are the messages themselves: look for a part of yours. Each says what happened, who tries again, where the event is now, how to see it and',
    'what to wire. `npx lambda-errors explain \'Task timed out\'` finds the same, and what is known of [exceptions, statuses and error types](facts.md).',
    '*community* means that AWS documents the behaviour, but users have seen the words.',
  );
  for (const [seen, heading] of SECTIONS) {
    page.add('', `## ${heading}`);
    for (const message of all.filter((one) => one.seen === seen)) page.add(...entryOf(message));
  }
  page.add('', '## From `cdk synth` and in tests', '', 'Messages of this library end with their id. All of them: [errors.md](errors.md).');
  for (const { id, text, answer } of OWN_MESSAGES) page.add('', `### ${text}`, '', `\`${id}\`. ${answer}`);
  const used = [...new Set(all.map(({ source }) => source))].sort();
  page.add('', ...used.map((source) => `[${source}]: ${SOURCES[source]}`));
}

function entryOf(message: Message): string[] {
  const { text, happened, retried, event, see, wire, page } = message;
  return [
    '', `### ${text.includes('{') ? `\`${text}\`` : text}`, '',
    `${happened[0].toUpperCase()}${happened.slice(1)}. ${sourceOf(message)}`, '',
    `- **Tried again:** ${retried}.`,
    `- **The event now:** ${event}.`,
    `- **Look at:** ${see}.`,
    `- **Wire:** ${wire}. More: ${linkTo(page)}.`,
  ];
}

function linkTo(page: string): string {
  return page.startsWith('docs/') ? `[${page.slice(5)}](${page.slice(5)})` : `[${page.replace('/README.md', '')}](../${page})`;
}
