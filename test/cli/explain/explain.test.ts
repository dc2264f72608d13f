import { explain } from '../../../src/cli/explain/explain';
import {
  FAILURE_MATRIX, GATEWAY_RESPONSES, GO_ERROR_TYPES, INVOKE_ERRORS, METRICS, PLATFORM_ERROR_TYPES, STATE_ERRORS, TASK_ERRORS, TASK_WILDCARDS,
  THROTTLE_REASONS,
} from '../../../src/facts';

const STATUSES = Object.values(FAILURE_MATRIX).flatMap((failures) => Object.values(failures)).flatMap(({ answer }) => answer?.status ?? []);

test('every term that the facts know is explained, in any case of letters', () => {
  const terms = [
    ...INVOKE_ERRORS.map(({ name }) => name), ...THROTTLE_REASONS.map(({ reason }) => reason),
    ...PLATFORM_ERROR_TYPES.map(({ errorType }) => errorType),
    ...[...TASK_ERRORS, ...TASK_WILDCARDS, ...STATE_ERRORS].map(({ name }) => name),
    ...GO_ERROR_TYPES.map(({ errorType }) => errorType), ...GATEWAY_RESPONSES.map(({ type }) => type),
    ...Object.values(METRICS).map(({ name }) => name), ...INVOKE_ERRORS.map(({ httpStatus }) => String(httpStatus)), ...STATUSES.map(String),
  ];
  for (const term of terms) {
    const found = explain(term.toLowerCase());
    expect(found.length).toBeGreaterThan(0);
    for (const { source } of found) expect(source).toMatch(/^https:\/\//);
  }
});

test('a status is explained by what each front door means by it, before the exceptions of Lambda', () => {
  const titles = explain('502').map(({ title }) => title);

  expect(titles[0]).toBe('502 of API Gateway REST API, Lambda proxy');
  expect(titles).toContain('502 of Lambda function URL');
  expect(titles.at(-1)).toBe('502 of the Invoke API: Lambda refused, and the handler did not run');
});

test('an exception says who must act and whether a retry helps', () => {
  const [{ title, lines }] = explain('KMSAccessDeniedException');

  expect(title).toBe('KMSAccessDeniedException: HTTP 502 of the Invoke API');
  expect(Object.fromEntries(lines)).toMatchObject({ 'who must act': 'the owner of the function', 'retry': expect.stringMatching(/^no: .* AWS SDKs retry it by themselves$/) });
});

test.each([
  ['KMSAccesDeniedExcption', /such as KMSAccessDeniedException/],
  ['Throttle', /such as .*Throttles/],
  ['completely-different', /or a metric, or paste a message$/],
  ['\u001b[31mred', /nothing is known of "\?\[31mred"/],
])('%s is not known, and names that are near are proposed', (term, message) => {
  expect(() => explain(term)).toThrow(expect.objectContaining({ name: 'ExplainUnknownTerm', message: expect.stringMatching(message) }));
});

const proposed = (term: string) => {
  try {
    return explain(term).map(({ title }) => title);
  } catch (error) {
    return /such as (.*)/.exec((error as Error).message)?.[1].split(', ') ?? [];
  }
};

test('the nearest names come first, five at most, whether letters are missing, too many or others', () => {
  expect(proposed('Throtles')[0]).toBe('Throttles');
  expect(proposed('Throttless')[0]).toBe('Throttles');
  expect(proposed('Thrattles')[0]).toBe('Throttles');
  expect(proposed('5XXErrr')).toEqual(['5XXError', '4XXError']);
  expect(proposed('502x')).toHaveLength(5);
  expect(proposed('502x')[0]).toBe('502');
  expect(proposed('KMSAccessDenied')[0]).toBe('KMSAccessDeniedException');
  expect(proposed('Dropped')).toContain('DroppedEventCount');
  expect(proposed('Er')).not.toContain('Errors');
});

test('spaces around a term make no difference, and of a long text the beginning is said again', () => {
  expect(explain(' errors\n').map(({ title }) => title)).toContain('Errors: metric in AWS/Lambda');
  expect(() => explain('x'.repeat(100))).toThrow(new RegExp('nothing is known of "x{60}":'));
});
