import * as fc from 'fast-check';
import { REQUEST_ID } from '../../../src/analysis/simulation/cause';
import { render } from '../../../src/analysis/simulation/mapping-template';
import { matchesWhole } from '../../../src/analysis/simulation/selection-pattern';
import { methodProperties, ordersApi } from '../../api/orders-api';
import { testWithVelocity, type Case } from '../../api/velocity/gateway';

/** What people write, besides what is made at random. */
const WRITTEN = [
  "$input.json('$')", "$input.path('$.errorMessage')", '$input.body', "{\"message\": \"$util.escapeJavaScript($input.path('$.errorMessage'))\"}",
  "#set($error = $input.path('$.errorMessage'))\n{\n  \"message\": \"$error\",\n  \"id\": \"$context.requestId\"\n}",
  "#set($e = $input.path('$.errorType'))#if($e == 'NotFound')#set($context.responseOverride.status = 404)#elseif($e == \"Busy\" || $e.startsWith('St'))#set($context.responseOverride.status = 503)#set($context.responseOverride.header.Allow = 'GET')#else#set($context.responseOverride.status = 500)#end{\"type\":\"$e\"}",
  "#set($context.responseOverride.header['Retry-After'] = '2')$!input.path('$.errorType')",
  "#if(!$input.body.contains('secret') && ($input.path('$.errorType') != 'A'))open#{else}closed#end",
  "$util.escapeJavaScript($input.path('$.errorMessage')).replaceAll(\"\\\\'\",\"'\")", "$input.path('$.errorMessage').replaceAll('a', 'b')", "#if($input.path('$.stackTrace[0]') == '')none#{else}some#end",
  '#if("$!input.path(\'$.errorMessage\')" == "")empty#{else}full#end', "text ${input.path('$.errorType')} more", '#if(true)a#end#if(false)b#end', '#set($n = 5)$n', "$input.json('$.errorMessage')",
];

const quoted = fc.constantFrom("'$.errorMessage'", "'$.errorType'", "'$.nothing'", "'$.stackTrace[0]'");
const text = fc.constantFrom("'NotFound'", "''", '"Busy"', "'a'", '"[A]"');
const value = fc.oneof(quoted.map((path) => `$input.path(${path})`), text, quoted.map((path) => `$util.escapeJavaScript($input.path(${path}))`), fc.constant('$input.body'));
const simple = fc.oneof(
  fc.tuple(value, fc.constantFrom('==', '!='), value).map((parts) => parts.join(' ')),
  fc.tuple(quoted, fc.constantFrom('startsWith', 'endsWith', 'contains', 'equals'), text).map(([path, method, other]) => `$input.path(${path}).${method}(${other})`),
  quoted.map((path) => `$input.path(${path}).isEmpty()`),
);
const condition = fc.oneof(simple, simple.map((one) => `!(${one})`), fc.tuple(simple, fc.constantFrom('&&', '||'), simple).map((parts) => parts.join(' ')));
const written = fc.oneof(
  quoted.map((path) => `"$input.path(${path})"`), quoted.map((path) => `$input.json(${path})`), quoted.map((path) => `$util.escapeJavaScript($input.path(${path}))`),
  fc.constantFrom('\n{"a": 1}', ' plain ', '$context.requestId', '$input.body', '\n', '#set($v = \'w\')$v', '#set($context.responseOverride.status = 418)'),
);
const template = fc.array(fc.oneof({ weight: 3, arbitrary: written }, {
  weight: 2, arbitrary: fc.tuple(condition, written, condition, written, written).map(([first, a, second, b, c]) => `#if(${first})${a}#elseif(${second})${b}#{else}${c}#end`),
}), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const message = fc.oneof(fc.constantFrom('NotFound', '[A] quoted "text"', "it's / \\ here", 'two\nlines\t', 'Grüße', ''), fc.string());
const error = fc.record({ errorMessage: message, errorType: fc.constantFrom('NotFound', 'Busy', 'Stock', 'A'), stackTrace: fc.constantFrom([], ['at x']) });

function compact(rendered: string): string {
  return rendered.replace(/\s+/g, '').replace(/\\\//g, '/');
}

testWithVelocity('what is evaluated is what both versions of Apache Velocity make of it', (run) => {
  const { stack } = ordersApi();
  const own = methodProperties(stack).Integration.IntegrationResponses.map((response: any) => response.ResponseTemplates['application/json']);
  const templates = [...WRITTEN, ...own, ...fc.sample(template, { numRuns: 400, seed: 5 })];
  const errors = fc.sample(error, { numRuns: templates.length * 3, seed: 6 });
  const cases = errors.map((one, i): Case => ({
    set: i % templates.length, message: '', body: JSON.stringify(one), context: { requestId: REQUEST_ID }, params: {}, stageVariables: {},
  }));
  const ours = cases.map(({ set, body }) => render(templates[set], body));
  const theirs = run(templates.map((one) => [{ template: one }]), cases).map(({ rendered }) => rendered);

  const refused = new Set(cases.flatMap(({ set }, i) => ('unsupported' in ours[i] ? [templates[set]] : [])));
  expect([...refused]).toEqual([]);
  const different = cases.flatMap(({ set, body }, i) => {
    const mine = ours[i];
    if ('unsupported' in mine) return [];
    const all = theirs[i].map((one) => ({ body: compact(one.body), status: one.override.status, headers: one.override.header }));
    const expected = { body: compact(mine.body), status: mine.status, headers: mine.headers };
    return all.every((one) => JSON.stringify(one) === JSON.stringify(expected)) ? [] : [{ template: templates[set], body, expected, all }];
  });
  expect(different.slice(0, 5)).toEqual([]);
});

testWithVelocity('patterns that are read match what they match in Java', (run) => {
  const patterns = [
    '.*NotFound.*', '\\[(?:A|B)\\][\\s\\S]*', 'Invalid*', '(?:.|\\n)+', '[^\\[]+', 'Task timed out after [0-9.]{1,12} seconds', 'a{2,3}b?', '(?!x).+', '\\d+ \\w+', '.+?\\.', '[a-z-]+',
    ...methodProperties(ordersApi().stack).Integration.IntegrationResponses.flatMap((response: any) => response.SelectionPattern ?? []),
  ];
  const messages = [
    'NotFound', 'x NotFound y', 'a\nNotFound', '[A] b', '[B]\nc', 'Invalid', 'Invalidd', 'Invalid input', 'Task timed out after 3.00 seconds', 'aab', 'x', '12 ab', 'end.', 'a-b', '[StockBusy] x', 'é', '',
    'RequestId: 00000000-0000-4000-8000-000000000000 Error: Task timed out after 3.00 seconds', 'RequestId: 00000000-0000-4000-8000-000000000000 Error: Runtime exited with error: exit status 1',
  ];
  const pairs = patterns.flatMap((pattern, i) => messages.map((said) => ({ pattern, said, set: i })));
  const results = run(patterns.map((pattern) => [{ pattern, template: '' }, { template: '' }]), pairs.map(({ said, set }) => ({ set, message: said, body: '{}', context: {}, params: {}, stageVariables: {} })));

  pairs.forEach(({ pattern, said }, i) => {
    expect({ pattern, said, matches: matchesWhole(pattern, said) }).toEqual({ pattern, said, matches: results[i].matching.length > 0 });
  });
});
