import { createHash } from 'crypto';
import { page } from '../../../src/cli/graph/page';
import { keptTemplate, reportOf, reportWith, wayWith } from '../support';

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

test('counts in words, and what is lost for good or with somebody told apart only where there is some', () => {
  const { totals } = reportOf(keptTemplate());
  const summary = (props: object) => /<p>(.*)<\/p>/.exec(page(reportWith([], { totals: { ...totals, ...props } })))![1].replace(/<[^>]*>/g, '');

  expect(summary({})).toBe('1 function. Ways of their events: 4 kept, 0 lost, 0 unknown.');
  expect(summary({ functions: 2, unavoidable: 3, awaited: 1 }))
    .toBe('2 functions. Ways of their events: 4 kept, 0 lost, 0 unknown, 3 lost where AWS has nothing to set, 1 lost of which whoever waits is told.');
});

test('what invokes itself has no name but its kind', () => {
  const { fn } = wayWith();

  expect(text).toContain('<span>SNS subscription Subscription → Shop/Notify</span>');
  expect(page(reportWith([{ by: fn }]))).toContain('<span>SNS subscription → Shop/Notify</span>');
});

test('the filter finds names whatever their case', () => {
  expect(text).toContain('<details id="way-0" data-function="shop/notify" data-verdict="kept">');
  expect(text).toContain('<details id="way-3" ');
});
