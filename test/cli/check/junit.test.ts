import { issue } from './support';
import { junit } from '../../../src/cli/check/junit';

test('an error is a failure, anything else a note on a passed test', () => {
  expect(junit([issue(), issue({ level: 'warning', id: 'Other', path: undefined })], ['Shop', 'Empty'])).toBe([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="lambda-errors">',
    '  <testsuite name="Shop" tests="2" failures="1">',
    '    <testcase name="Shop/Orders/Q Properties.X" classname="QueueTooShort"><failure type="QueueTooShort" message="It is gone. To do: Keep it."/></testcase>',
    '    <testcase name="Shop/Orders/Q" classname="Other"><system-out>warning: It is gone. To do: Keep it.</system-out></testcase>',
    '  </testsuite>',
    '  <testsuite name="Empty" tests="1" failures="0">',
    '    <testcase name="no issue" classname="lambda-errors"/>',
    '  </testsuite>',
    '</testsuites>',
  ].join('\n'));
});

test('text of others is no markup', () => {
  expect(junit([issue({ text: '"><script>&\u0001\n' })], [])).toContain('message="&quot;&gt;&lt;script&gt;&amp; To do: Keep it."');
});

test('what is acknowledged is skipped, with its reason', () => {
  const text = junit([issue({ acknowledged: { reason: 'a <cache>', at: 'Shop/Orders' } })], []);

  expect(text).toContain('tests="1" failures="0" skipped="1"');
  expect(text).toContain('<skipped message="acknowledged: a &lt;cache&gt;"/>');
});

test('a template without a name has one here', () => {
  const place = { ...issue().place, template: '' };

  expect(junit([issue({ place })], [''])).toContain('  <testsuite name="template" tests="1" failures="1">\n    <testcase name="Orders/Q Properties.X"');
});
