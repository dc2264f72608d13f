import { graphOf, waysOf } from '../../../src/cli/graph/graph';
import { keptTemplate, lossyTemplate, reportOf } from '../support';

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
