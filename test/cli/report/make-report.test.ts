import { Assembly, Model, modelOf } from '../../../src/analysis';
import { analyze, makeReport } from '../../../src/cli/report/make-report';
import type { Way } from '../../../src/cli/report/report';
import type { FailureId } from '../../../src/facts';
import { keptTemplate, lossyTemplate, reportOf } from '../support';

function wayOf(template: unknown, failure: FailureId): Way {
  return reportOf(template).functions[0].ways.find(({ failures }) => failures.includes(failure))!;
}

test('failures that end alike are one way, with all there is to know of it', () => {
  expect(wayOf(keptTemplate(), 'crash')).toMatchObject({
    invoker: 'sns',
    from: 'SNS subscription',
    by: { id: 'Subscription', template: 'Shop' },
    fn: { id: 'Notify', name: 'Notify' },
    failures: ['function-error', 'timeout', 'crash', 'poison-record'],
    attempts: '2 times within 6 h by Lambda, after 1 min, 2 min',
    kept: ['Failures for 14 d'],
    copies: [{ id: 'Failures' }],
    heard: 'alarm',
    heardBy: ['on-call@example.com'],
    verdict: 'kept',
    troubles: [],
  });
});

test('an event that is gone says why and what to do', () => {
  expect(wayOf(lossyTemplate(), 'crash')).toMatchObject({ verdict: 'lost', kept: [], troubles: [{ id: 'NothingKeepsIt', effect: 'lost', at: { id: 'Notify' } }, { effect: 'silent' }] });
});

test('totals count ways', () => {
  expect(reportOf(keptTemplate()).totals).toEqual({ functions: 1, kept: 4, lost: 0, unavoidable: 0, awaited: 0, unknown: 0, silent: 0 });
  expect(reportOf(lossyTemplate()).totals).toMatchObject({ lost: 2, kept: 2 });
});

test('what CloudFormation waits for is counted apart: it fails the deployment, and so tells', () => {
  const template = lossyTemplate();
  template.Resources.Custom = { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Notify', 'Arn'] } } };
  delete template.Resources.Subscription;
  delete template.Resources.Permission;
  const { totals } = reportOf(template);

  expect(totals).toMatchObject({ lost: 0, awaited: totals.awaited });
  expect(totals.awaited).toBeGreaterThan(0);
});

test('functions that nothing invokes are named, those of CDK are not', () => {
  const fn = (metadata: object) => ({ Type: 'AWS::Lambda::Function', Metadata: metadata, Properties: { Code: {} } });
  const model = new Model(Assembly.ofTemplate({ Resources: { Mine: fn({}) } }));

  expect(makeReport([model])).toMatchObject({ functions: [], uninvoked: [{ id: 'Mine' }], totals: { functions: 1 } });
});

test('groups are read apart', () => {
  const group = (name: string) => ({ path: name, templates: [{ json: keptTemplate(), name }] });
  const report = makeReport(analyze([group('One'), group('Two')]));

  expect(report.functions.map(({ fn }) => fn.template)).toEqual(['One', 'Two']);
});

test('rules look at the same model, so that nothing is read twice', () => {
  const [model] = analyze([{ path: 'x', templates: [{ json: keptTemplate() }] }]);

  expect(modelOf(model.assembly)).toBe(model);
});

test('what is lost for good, not known or unheard is counted by what it is', () => {
  const template = keptTemplate();
  for (const id of ['Waiting', 'Undelivered', 'NotRedriven']) delete template.Resources[id];
  const { totals, functions: [{ ways }] } = reportOf(template);

  expect(ways.map(({ heard }) => heard)).toEqual(ways.map(() => 'nobody'));
  expect(totals).toMatchObject({ silent: ways.length, unknown: 0, unavoidable: 0 });

  delete template.Resources.Config;
  template.Resources.Notify.Properties.DeadLetterConfig = { TargetArn: { Ref: 'Parameter' } };
  expect(reportOf(template).totals).toMatchObject({ kept: 2, lost: 0, unknown: 2, unavoidable: 0, awaited: 0 });
});

test('only who an alarm that rings tells of the copy or the failure hears of it, each once', () => {
  const template = keptTemplate();
  Object.assign(template.Resources, {
    Again: template.Resources.Waiting,
    Quiet: { ...template.Resources.Waiting, Properties: { ...template.Resources.Waiting.Properties, ActionsEnabled: false, AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:nobody'] } },
  });
  template.Resources.Undelivered.Properties.AlarmActions = ['arn:aws:sns:eu-west-1:111122223333:others'];
  const way = wayOf(template, 'crash');

  expect(way.heardBy).toEqual(['on-call@example.com']);
  expect(way.bells.map(({ alarm, rings, tells }) => [alarm.id, rings, tells])).toEqual(expect.arrayContaining([['Undelivered', true, 'loss'], ['Quiet', false, 'copy']]));
});

test('an event that a source keeps stays there', () => {
  const template: any = {
    Resources: {
      F: { Type: 'AWS::Lambda::Function', Properties: { Code: {} } },
      Q: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['D', 'Arn'] }, maxReceiveCount: 5 } } },
      D: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
      M: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: { Ref: 'F' }, EventSourceArn: { 'Fn::GetAtt': ['Q', 'Arn'] } } },
    },
  };

  expect(wayOf(template, 'crash')).toMatchObject({ copies: [{ id: 'D' }], staysInSource: false });
  expect(wayOf(template, 'missing-permission')).toMatchObject({ copies: [{ id: 'Q' }], staysInSource: true });
});
