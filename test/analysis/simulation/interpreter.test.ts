import { parse } from 'velocityjs';
import { Interpreter, Unsupported, type Node } from '../../../src/analysis/simulation/interpreter';

function run(template: string): string {
  return new Interpreter('{"errorMessage":"[A] b","errorType":"T","n":1.5,"o":{}}').run(parse(template) as Node[]);
}

test.each([
  ["#if($input.path('$.errorType') == 'T')yes#{else}no#end", 'yes'],
  ["#if('a' == 'b')1#elseif('a' == 'a')2#elseif('b' == 'b')3#{else}4#end", '2'],
  ["#set($m = $input.path('$.errorMessage'))#if($m.startsWith('[A]') && !($m == ''))$m#end", '[A] b'],
  ['#if("$!input.path(\'$.nothing\')" == "")none#end', 'none'],
  ['#set($t = true)#if($t)on#end', 'on'],
])('%s', (template, text) => {
  expect(run(template)).toBe(text);
});

test.each([
  '#foreach($x in [1])a#end', '$unknown', "$input.params('x')", "$input.path('$..a')", "$input.path('$.n')", "$input.path('$.o')", "#if($input.path('$.errorType'))a#end", '$context.identity.sourceIp',
  "#if($input.path('$.errorType') < 'a')a#end", "#if($input.path('$.n') == 'a')a#end", '## comment', '$stageVariables.x', '#set($context.requestId = 1)', '#set($context.responseOverride.path = 1)', "$util.parseJson('{}')", '#set($a-b = 1)', "#set($a = 'x')$a-b", '#stop', '$util.urlEncode($input.body)', '#set($x = [1])', '#set($x.y = 1)',
])('%s is refused', (template) => {
  expect(() => run(template)).toThrow(Unsupported);
});

test('it sets status and headers', () => {
  const interpreter = new Interpreter('{}');
  interpreter.run(parse("#set($context.responseOverride.status = 418)#set($context.responseOverride.header['Retry-After'] = '2')") as Node[]);

  expect(interpreter).toMatchObject({ status: 418, headers: { 'Retry-After': '2' } });
});
