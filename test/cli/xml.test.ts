import { escapeXml } from '../../src/cli/xml';

test('markup and quotes are text', () => {
  expect(escapeXml('<a href="x" title=\'y\'>&</a>')).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
});

test('what XML has no way to write is left out, and lines stay', () => {
  expect(escapeXml('a\u0000b\u001bc\ufffed\ne')).toBe('a b c d\ne');
});
