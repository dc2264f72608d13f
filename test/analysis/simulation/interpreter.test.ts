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
  ['#if(1 == 1)x#end', 'x'],
  ['#if(1 != 1)x#{else}y#end', 'y'],
  ["#if('a' != 'b')x#end", 'x'],
  ['#if(true)x#end', 'x'],
  ['#if(!true)x#{else}y#end', 'y'],
  ['#if((true))x#end', 'x'],
  ['#if(false || true)x#end', 'x'],
  ['#if(false || false)x#{else}y#end', 'y'],
  ['#if(true && true)x#end', 'x'],
  ['#if(true && false)x#{else}y#end', 'y'],
  ['#if(false && true)x#{else}y#end', 'y'],
  ['#if(false)a#elseif(false)b#end', ''],
  ['#if(true)a#elseif(true)b#{else}c#end', 'a'],
  ['#if(false)a#elseif(true)b#elseif(true)c#{else}d#end', 'b'],
  ["#set($x = ('a' == 'a'))$x", 'true'],
  ["#set($x = 'a' == 'b')$x", 'false'],
  ['#set($x = 1)$x', '1'],
  ['#set($x = false)$x', 'false'],
  ["#set($t = \"a $input.path('$.errorType') b\")$t", 'a T b'],
  ['#set($t = "plain")$t', 'plain'],
  ['#set($t = "#if(true)y#end")$t', 'y'],
  ["#set($t = 'a $x')$t", 'a $x'],
  ["#set($a = 'x')${a}-b", 'x-b'],
  ["#set($a = 'x')$a b-c", 'x b-c'],
  ["$input.json('$.o')", '{}'],
  ["$input.json('$.nothing')", '""'],
  ["$!input.path('$.nothing')x", 'x'],
  ['$input.body', '{"errorMessage":"[A] b","errorType":"T","n":1.5,"o":{}}'],
  ['$context.requestId', '00000000-0000-4000-8000-000000000000'],
  ['$util.escapeJavaScript("it\'s")', "it\\'s"],
  ['a $ b, 5$, #1, $5, # c', 'a $ b, 5$, #1, $5, # c'],
])('%s', (template, text) => {
  expect(run(template)).toBe(text);
});

test.each([
  '#foreach($x in [1])a#end', '$unknown', "$input.params('x')", "$input.path('$..a')", "$input.path('$.n')", "$input.path('$.o')", "#if($input.path('$.errorType'))a#end", '$context.identity.sourceIp',
  "#if($input.path('$.errorType') < 'a')a#end", "#if($input.path('$.n') == 'a')a#end", '## comment', '$stageVariables.x', '#set($context.requestId = 1)', '#set($context.responseOverride.path = 1)', "$util.parseJson('{}')", '#set($a-b = 1)', "#set($a = 'x')$a-b", '#stop', '$util.urlEncode($input.body)', '#set($x = [1])', '#set($x.y = 1)',
])('%s is refused', (template) => {
  expect(() => run(template)).toThrow(Unsupported);
});

test.each([
  ['$unknown.a.b', '`$unknown.a.b`'],
  ['$unknown[0]', '`$unknown.…`'],
  ["$unknown['x']", '`$unknown.x`'],
  ['$input', '`$input`'],
  ['$input.other', '`$input.other`'],
  ["$input['body']", '`$input.body`'],
  ['$input.path(1)', '`$input.path`'],
  ["$input.params('x')", '`$input.params`'],
  ["$input.path('$.o')", '`$input`, which is no text'],
  ['$context.requestId.x', '`$context.requestId.x`'],
  ['$context.other', '`$context.other`'],
  ['$util', '`$util`'],
  ['$util.x', '`$util.x`'],
  ["$util.escapeJavaScript($input.path('$.o'))", '`$util.escapeJavaScript` of what is no text'],
  ["#set($a = 'x')$a.y", '`.y`'],
  ["#set($a = 'x')$a[0]", '`.…`'],
  ["#set($a = 'x')$a.length()", '`length()`'],
  ["#set($a = 'x')$a.contains(1)", '`contains()`'],
  ["#set($a = 'x')$a.startsWith('x').y", '`.y`'],
  ["#set($a = 'x')$a-b", 'a hyphen in a name'],
  ['#set($a-b = 1)', 'a hyphen in a name'],
  ['#set($x.y = 1)', 'a change of `$x`'],
  ['#set($context.requestId = 1)', 'a change of `$context`'],
  ['#set($context.other.status = 1)', 'a change of `$context`'],
  ['#set($other.responseOverride.status = 1)', 'a change of `$other`'],
  ['#set($context.responseOverride.status.x = 1)', '`$context.responseOverride.status.x`'],
  ["#set($context.responseOverride.header = 'x')", '`$context.responseOverride.header`'],
  ["#set($context.responseOverride.header.a.b = 'x')", '`$context.responseOverride.header.a.b`'],
  ["#set($context.responseOverride.other.a = 'x')", '`$context.responseOverride.other.a`'],
  ['#set($x = [1])', '`array`'],
  ['#set($x = 1.5)$x', '`decimal`'],
  ['#set($x = 1 + 1)', '`+` of what it is not sure to compare'],
  ["#if('a' < 'b')x#end", '`<` of what it is not sure to compare'],
  ["#if('a' == 1)x#end", '`==` of what it is not sure to compare'],
  ["#if($input.path('$.o') == $input.path('$.o'))x#end", '`==` of what it is not sure to compare'],
  ["#if('a')x#end", 'a condition that is no comparison'],
  ['#foreach($x in [1])a#end', '`#foreach`'],
  ['#macro(a)x#end', '`#macro`'],
  ['a \\\\$ b', 'the text `a \\`'],
  ['#stop', 'the text `#s`'],
])('%s is refused with what it is about', (template, message) => {
  expect(() => run(template)).toThrow(new Unsupported(message));
});

test('it sets status and headers', () => {
  const interpreter = new Interpreter('{}');
  interpreter.run(parse("#set($context.responseOverride.status = 418)#set($context.responseOverride.header['Retry-After'] = '2')") as Node[]);

  expect(interpreter).toMatchObject({ status: 418, headers: { 'Retry-After': '2' } });
});
