import { graphOf, waysOf } from '../../../src/cli/graph/graph';
import type { Way } from '../../../src/cli/report/report';
import { keptTemplate, lossyTemplate, reportOf, reportWith, wayWith } from '../support';

const titles = (template: unknown) => graphOf(reportOf(template)).nodes.map(({ column, title, detail }) => [column, title, detail]);

test('boxes stand in columns from the invoker to who hears', () => {
  expect(titles(keptTemplate())).toEqual([
    [0, 'Subscription', 'SNS subscription'], [1, 'Shop/Notify', ''], [2, 'Failures', 'for 14 d'], [3, 'on-call@example.com', ''],
  ]);
});

test('what is gone goes to nothing', () => {
  expect(titles(lossyTemplate())).toContainEqual([2, 'nothing', 'the event is lost']);
});

test('an arrow is as bad as the worst of its ways, and names them all', () => {
  const report = reportOf(lossyTemplate());
  const { nodes, edges } = graphOf(report);
  const first = edges.find(({ from }) => from === nodes[0].id)!;

  expect(first).toMatchObject({ verdict: 'lost', ways: waysOf(report).map((_, i) => i) });
});

test('many who hear are counted', () => {
  const template = keptTemplate();
  const mail = (n: number) => ({ Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'OnCall' }, Protocol: 'email', Endpoint: `a${n}@example.com` } });
  const heard = (count: number) => {
    const resources = Object.fromEntries(Array.from({ length: count }, (_, n) => [`Mail${n}`, mail(n)]));
    const { Mail, ...rest } = template.Resources;
    return titles({ Resources: { ...rest, ...resources } }).filter(([column]) => column === 3).map(([, title]) => title);
  };

  const three = ['a0@example.com', 'a1@example.com', 'a2@example.com'];
  expect([3, 4, 7].map(heard)).toEqual([three, [...three, '1 more'], [...three, '4 more']]);
});

const boxes = (way: Partial<Way>) => graphOf(reportWith([way])).nodes.map(({ title, detail }) => [title, detail]);

test('what invokes itself has no name but its kind, and an alias stands below its function', () => {
  const { fn } = wayWith();

  expect(boxes({ by: fn, qualifier: 'live' }).slice(0, 2)).toEqual([['SNS subscription', ''], ['Shop/Notify', 'live']]);
});

test('what is not kept says why: nobody knows before the deployment, or AWS has nothing to set', () => {
  expect(boxes({ kept: [], verdict: 'unknown' })[2]).toEqual(['not known', 'before the deployment']);
  expect(boxes({ kept: [], verdict: 'lost', isUnavoidable: true })[2]).toEqual(['nothing', 'AWS has nothing to set']);
});

test('who keeps it stands above for how long', () => {
  expect(boxes({ kept: ['Failures for 14 d', 'the caller, who must try again', 'Archive'], heard: 'caller' }).slice(2)).toEqual([
    ['Failures', 'for 14 d'], ['the caller', 'who must try again'], ['Archive', ''], ['the caller', ''],
  ]);
});

test('an arrow stays as bad as it was when a better way comes', () => {
  const verdicts = (...all: Way['verdict'][]) => graphOf(reportWith(all.map((verdict) => ({ verdict })))).edges.map(({ verdict, ways }) => [verdict, ...ways]);

  expect(verdicts('lost', 'unknown', 'kept')[0]).toEqual(['lost', 0, 1, 2]);
  expect(verdicts('kept', 'unknown')[0]).toEqual(['unknown', 0, 1]);
});
