import { App, Aspects, CfnResource, Stack } from 'aws-cdk-lib';
import { lookLast } from '../../src/private/last-look';
import * as owner from '../../src/private/owner';

test('all who look share one walk, and see what aspects added', () => {
  const app = new App({ postCliContext: { '@aws-cdk/core:aspectStabilization': true } });
  const stack = new Stack(app, 'Stack');
  const seen: string[][] = [];
  for (let i = 0; i < 2; i++) lookLast(app, (resources) => seen.push(resources.map(({ node }) => node.path)));
  Aspects.of(stack).add({ visit: (construct) => { if (construct === stack) new CfnResource(stack, 'Thing', { type: 'Test::Some::Thing' }); } });
  const walks = jest.spyOn(owner, 'findBelow');
  app.synth();

  expect(seen).toEqual([['Stack/Thing'], ['Stack/Thing']]);
  expect(walks).toHaveBeenCalledTimes(1);
});
