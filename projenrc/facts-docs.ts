import { Project } from 'projen';
import { addFailureMatrix } from './failure-matrix-docs';
import { code, MarkdownPage, sourceOf as source } from './markdown';
import * as facts from '../src/facts';
import type {
  AccessLogVariable, EventSource, FrontDoor, FunctionUrlAnswer, InvokeError, Invoker, KindRule, Limit, LogLine, PlatformErrorType, TaskError,
} from '../src/facts';

const SOURCE = 'Source';
const RETRY_OF_TASK = { call: 'yes', run: 'yes, though a part may be done', no: 'no' };

/** `docs/facts.md`: what AWS does, from the data that the checks and messages use. */
export function generateFactsDocs(project: Project): void {
  const page = new MarkdownPage(project, 'docs/facts.md', 'What AWS does when a Lambda function fails');
  page.add(
    '',
    'The library takes its limits, defaults and messages from these tables. Each row names where AWS says so. *Derived* follows from what',
    'AWS documents without being said there, *community* was seen by users, *unchecked* is generally known.',
  );
  addErrors(page);
  addTaskErrors(page);
  addInvokers(page);
  addFrontDoors(page);
  addFailureMatrix(page);
  addNumbers(page);
  page.add('', ...Object.entries(facts.SOURCES).map(([id, url]) => `[${id}]: ${url}`));
}

function addErrors(page: MarkdownPage): void {
  page.addTable(
    '## Lambda refuses: exceptions of `Invoke`',
    ['Exception', 'Status', 'When', 'Who must act', 'Retry helps', 'SDKs retry', SOURCE],
    facts.INVOKE_ERRORS.map((row: InvokeError) =>
      [code(row.name), row.httpStatus, row.when, row.whoMustAct.replace(/-/g, ' '), row.retryable, yes(row.retriedBySdk), source(row)]),
  );
  page.addTable(
    '### Reasons of a throttle',
    ['Reason', 'Limit of', 'When', SOURCE],
    facts.THROTTLE_REASONS.map((row) => [code(row.reason), row.limitOf, row.when, source(row)]),
  );
  page.addTable(
    '## The function could not answer: error types of the platform',
    ['`errorType`', 'Phase', 'What happened', 'What to do', SOURCE],
    facts.PLATFORM_ERROR_TYPES.map((row: PlatformErrorType) =>
      [code(row.errorType), row.phase, `${row.meaning}${row.managedInstancesOnly ? ' (Managed Instances)' : ''}`, row.whatToDo, source(row)]),
  );
  page.addTable(
    '### What Lambda writes into the log when code can\'t',
    ['Counted as', 'Logging format', 'What', 'Filter pattern', SOURCE],
    facts.PLATFORM_LOG_LINES.map((row: LogLine) => [code(row.metric), row.format, row.what, code(row.pattern), source(row)]),
  );
  page.addTable(
    '## The function failed: error types of Go',
    ['Value', 'How', '`errorType`', 'Tells one kind from another', SOURCE],
    facts.GO_ERROR_TYPES.map((row) => [code(row.value), row.how, code(row.errorType), yes(row.tellsApart), source(row)]),
  );
}

function addTaskErrors(page: MarkdownPage): void {
  page.addTable(
    '## A Step Functions task failed: error names besides those of the code',
    ['Error', 'What happened', 'A retry helps', 'Wildcards that match it', SOURCE],
    facts.TASK_ERRORS.map((row: TaskError) => [code(row.name), row.meaning, RETRY_OF_TASK[row.retry], row.wildcards.map(code).join(', ') || 'none', source(row)]),
  );
  page.addTable(
    '### Wildcards in retriers and catchers',
    ['Wildcard', 'Stands for', SOURCE],
    facts.TASK_WILDCARDS.map((row) => [code(row.name), row.meaning, source(row)]),
  );
  page.addTable(
    '### Errors of states around it',
    ['Error', 'What happened', SOURCE],
    facts.STATE_ERRORS.map((row) => [code(row.name), row.meaning, source(row)]),
  );
}

function addInvokers(page: MarkdownPage): void {
  for (const [type, heading] of [['sync', 'Who waits for the answer'], ['async', 'Who hands an event over'], ['poll', 'Who is read from']]) {
    page.addTable(
      `## ${heading}`,
      ['Invoker', 'Its own retries', 'Its own dead letters', 'What it sees of an error', SOURCE],
      facts.INVOKERS.filter((row) => row.type === type)
        .map((row: Invoker) => [row.name, row.ownRetries, row.ownDeadLetters, row.callerSees, source(row)]),
    );
  }
  page.addTable(
    '## What an event source mapping takes',
    ['Mapping of', 'Settings', 'On-failure destinations', 'Metrics', 'Else kept', SOURCE],
    Object.values(facts.EVENT_SOURCES).map((row: EventSource) => [
      row.provisionedModeOnly ? `${row.name}, in provisioned mode` : row.name, row.settings.map(code).join(', '), row.destinations.join(', '),
      [...row.metricGroups, ...row.lag ? [row.lag] : []].map(code).join(', '), row.otherwiseKept, source(row),
    ]),
  );
  page.addTable(
    '## Kinds of functions that differ',
    ['Kind', 'What', 'Works', 'How', SOURCE],
    facts.FUNCTION_KINDS.map((row: KindRule) => [row.kind.replace('-', ' '), row.what, row.works, row.how, source(row)]),
  );
}

function addFrontDoors(page: MarkdownPage): void {
  page.addTable(
    '## Answers of a function URL',
    ['When', 'Invoke mode', 'Status', 'Counted by', SOURCE],
    facts.FUNCTION_URL_ANSWERS.map((row: FunctionUrlAnswer) =>
      [row.when, row.mode === 'both' ? 'both' : code(row.mode), row.status, row.metric && code(row.metric), source(row)]),
  );
  page.addTable(
    '## Where callers come in, and what can be done about errors there',
    ['Front door', 'An error of the function is', 'Decides the status', 'Decides the body', 'Log', 'Traced', 'Can', 'Cannot', SOURCE],
    Object.values(facts.FRONT_DOORS).map((row: FrontDoor) => [
      row.name, row.byDefault, words(row.status), words(row.body), words(row.log), yes(row.traced), row.can, row.cannot, source(row),
    ]),
  );
  page.addTable(
    '## What an access log of API Gateway can tell of a failed request',
    ['Variable', 'APIs', 'Tells', SOURCE],
    facts.ACCESS_LOG_VARIABLES.map((row: AccessLogVariable) => [code(row.name), row.apis.join(', '), row.tells, source(row)]),
  );
  page.addTable(
    '## Gateway responses of a REST API',
    ['Type', 'Status', 'When', 'Cause', SOURCE],
    facts.GATEWAY_RESPONSES.map((row: facts.GatewayResponse) =>
      [code(row.type), row.defaultStatus, [row.when, row.note].filter(Boolean).join('. '), row.cause, source(row)]),
  );
}

function addNumbers(page: MarkdownPage): void {
  page.addTable(
    '## Limits',
    ['What', 'Unit', 'From', 'To', 'Default', SOURCE],
    Object.values(facts.LIMITS).map((row: Limit) =>
      [row.what, row.unit, row.special === undefined ? row.min : `${row.min}, or ${row.special}`, row.max, row.default, source(row)]),
  );
  page.add('', '## Metrics', '', 'Which there are, what counts in each, and which alarm looks at it: [metrics.md](metrics.md).');
}

function words(id: string): string {
  return id.replace(/-/g, ' ');
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no';
}
