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
