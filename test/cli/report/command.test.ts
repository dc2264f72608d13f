import { keptTemplate, lossyTemplate, removeWritten, run, written } from '../support';

afterAll(removeWritten);

test('exits with 0 if all is kept, with 1 if an event can be lost', () => {
  expect(run('report', written('kept.json', keptTemplate())).code).toBe(0);
  expect(run('report', written('lossy.json', lossyTemplate())).code).toBe(1);
});

test('what AWS has no setting for fails no pipeline', () => {
  const template = keptTemplate();
  Object.assign(template.Resources, {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: { 'Fn::GetAtt': ['Notify', 'Arn'] } }] } } },
    Allowed: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Notify' }, Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' } },
  });
  const { code, out } = run('report', written('bucket.json', template));

  expect(out).toMatch(/missing-permission.*: AWS has nothing to set/);
  expect(code).toBe(0);
});

test('a custom resource that fails is told by CloudFormation, and fails no pipeline', () => {
  const template = lossyTemplate();
  for (const id of ['Subscription', 'Permission']) delete template.Resources[id];
  template.Resources.Custom = { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Notify', 'Arn'] } } };
  const { code, out } = run('report', written('custom.json', template));

  expect(out).toMatch(/✗ lost {4}.*\n[^]*, \d+ lost of which whoever waits is told/);
  expect(code).toBe(0);
});

test.each([
  ['json', /^\{\n {2}"version": 1,\n {2}"functions"/],
  ['markdown', /^# Where the errors/],
  ['text', /^kept\/Notify/],
])('writes %s', (format, start) => {
  expect(run('report', written('kept.json', keptTemplate()), '--format', format).out).toMatch(start);
});

test('writes a runbook', () => {
  expect(run('report', written('kept.json', keptTemplate()), '--runbook').out).toMatch(/^# Runbook/);
});

test('another format is bad input', () => {
  expect(run('report', written('kept.json', keptTemplate()), '--format', 'pdf')).toMatchObject({ code: 2, err: expect.stringMatching(/--format pdf is not written: use one of text, json, markdown \[CliFormatUnknown\]/) });
});
