import { createHash } from 'crypto';
import { page } from '../../../src/cli/graph/page';
import { keptTemplate, reportOf } from '../support';

const text = page(reportOf(keptTemplate()));

test('has each way with its runbook', () => {
  expect(text.match(/<details /g)).toHaveLength(4);
  expect(text).toContain('<dt>kept in</dt><dd>Failures for 14 d</dd>');
  expect(text).toContain('<code>aws sqs receive-message ');
});

test('loads nothing, and runs its own script only', () => {
  const [, script] = /<script>([^]*?)<\/script>/.exec(text)!;

  expect(text).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/(src|href)=|url\(|https?:\/\/(?!docs\.aws)/);
});

test('hostile names are text everywhere', () => {
  const template = keptTemplate();
  const evil = '</script><img src=x onerror=alert(1)>"\'';
  template.Resources.Notify.Metadata['aws:cdk:path'] = `Shop/${evil}/Resource`;
  template.Resources.Mail.Properties.Endpoint = evil;

  expect(page(reportOf(template, evil))).not.toMatch(/<img|<\/script>[^]*<\/script>/);
});
