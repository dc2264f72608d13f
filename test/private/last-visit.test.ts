import { App, Aspects, CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { LastVisit } from '../../src/private/last-visit';
import { settleLater } from '../../src/private/logical-ids';

const stabilized = { postCliContext: { '@aws-cdk/core:aspectStabilization': true } };

test('all visitors come as one aspect, the root first', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const seen: IConstruct[][] = [[], []];
  seen.forEach((list) => LastVisit.of(app, (construct) => list.push(construct)));
  app.synth();

  expect(Aspects.of(app).all).toHaveLength(1);
  for (const list of seen) expect(list.slice(0, 2)).toEqual([app, stack]);
});

test('a visitor that comes while the others are on their way sees everything too', () => {
  const app = new App(stabilized);
  const stack = new Stack(app, 'Stack');
  const seen: IConstruct[] = [];
  LastVisit.of(app, (construct) => {
    if (construct === stack) LastVisit.of(app, (other) => seen.push(other));
  });
  app.synth();

  expect(seen.slice(0, 2)).toEqual([app, stack]);
  expect(new Set(seen).size).toBe(seen.length);
  expect(Aspects.of(app).all).toHaveLength(1);
});

test('another synthesis begins anew', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  LastVisit.of(app, () => {});
  app.synth();
  const later = new CfnResource(stack, 'Thing', { type: 'Test::Some::Thing' });
  app.synth({ force: true });
  const seen: IConstruct[] = [];
  LastVisit.of(app, (construct) => seen.push(construct));

  expect(seen.filter((construct) => [app, stack, later].includes(construct as CfnResource))).toEqual([app, stack, later]);
});

test('comes after the aspects of the user, also those that give a logical id', () => {
  const app = new App(stabilized);
  const one = settleLater(new CfnResource(new Stack(app, 'Stack'), 'Thing', { type: 'Test::Some::Thing' }));
  LastVisit.of(app, () => {});
  Aspects.of(app).add({ visit: (construct) => { if (construct === one) one.overrideLogicalId('Mine'); } }, { priority: 10_000 });

  expect(Object.keys(app.synth().stacks[0].template.Resources)).toContain('Mine');
});
