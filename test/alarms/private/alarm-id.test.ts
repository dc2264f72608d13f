import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmId } from '../../../src/alarms/private/alarm-id';

test('is short below the resource itself', () => {
  const fn = new Construct(new Stack(), 'Function');

  expect(alarmId(fn, fn, 'ErrorsAlarm')).toBe('ErrorsAlarm');
});

test('says the place of the resource in its stack, without the stack', () => {
  const ids = ['Service-eu', 'Service-us'].map((id) => {
    const stack = new Stack(new App(), id);
    return alarmId(new Construct(new Construct(stack, 'Orders'), 'Function'), stack, 'ErrorsAlarm');
  });

  expect(ids).toEqual(['Orders/Function/ErrorsAlarm', 'Orders/Function/ErrorsAlarm']);
});

test('says the stack too in a scope of another stack, without the stage', () => {
  const stage = new Stage(new App(), 'Beta');
  const fn = new Construct(new Stack(stage, 'Orders'), 'Function');

  expect(alarmId(fn, new Stack(stage, 'Monitoring'), 'ErrorsAlarm')).toBe('Orders:Function/ErrorsAlarm');
});

test('works out of a nested stack', () => {
  const stack = new Stack(new App(), 'Orders');
  const fn = new Construct(new NestedStack(stack, 'Nested'), 'Function');

  expect(alarmId(fn, stack, 'ErrorsAlarm')).toBe('Orders/Nested:Function/ErrorsAlarm');
});

test('differs for resources that look alike', () => {
  const app = new App();
  const [orders, payments, monitoring] = ['Orders', 'Payments', 'Monitoring'].map((id) => new Stack(app, id));
  const scope = new Construct(monitoring, 'Alarms');
  const resources = [
    new Construct(orders, 'Function'),
    new Construct(payments, 'Function'),
    new Construct(new Construct(monitoring, 'Orders'), 'Function'),
    new Construct(new Construct(scope, 'Orders'), 'Function'),
    new Construct(monitoring, 'Function'),
  ];

  const ids = resources.map((resource) => alarmId(resource, scope, 'ErrorsAlarm'));

  expect(new Set(ids).size).toBe(resources.length);
});
