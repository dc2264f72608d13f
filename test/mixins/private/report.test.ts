import { App, Stack, Validations } from 'aws-cdk-lib';
import { Report } from '../../../src/mixins/private/report';
import { ValidationError } from '../../../src/private/errors';

const infosOf = (stack: Stack) => stack.node.metadata.filter(({ type }) => type === 'aws:cdk:info').map(({ data }) => data);

test('what a layer says is a line with the path, the layer and the action', () => {
  const stack = new Stack(new App(), 'Stack');
  const report = new Report(true);
  const log = report.for(stack, 'rules');

  log.added('a queue');
  log.completed('Targets');
  log.left('a setting');
  log.skipped('because');
  log.newLogicalId('a version');
  log.refuse(new ValidationError('RuleDeliveryConflict', 'message'));

  expect(report.entries.map(({ constructPath, layer, action, message }) => [constructPath, layer, action, message].join('|'))).toEqual([
    'Stack|rules|added|a queue',
    'Stack|rules|completed|Targets',
    'Stack|rules|left|a setting',
    'Stack|rules|skipped|because',
    'Stack|rules|new logical id of|a version',
    'Stack|rules|left|RuleDeliveryConflict: message',
  ]);
  expect(infosOf(stack)).toEqual([
    'rules: added a queue [ack: cdk-lambda-error-handling:LambdaErrorHandling.added]',
    'rules: completed Targets [ack: cdk-lambda-error-handling:LambdaErrorHandling.completed]',
    'rules: left a setting [ack: cdk-lambda-error-handling:LambdaErrorHandling.left]',
    'rules: skipped because [ack: cdk-lambda-error-handling:LambdaErrorHandling.skipped]',
    'rules: new logical id of a version [ack: cdk-lambda-error-handling:LambdaErrorHandling.newLogicalId]',
    'rules: left RuleDeliveryConflict: message [ack: cdk-lambda-error-handling:LambdaErrorHandling.left]',
  ]);
});

test('the same is said once, of another construct again', () => {
  const [one, other] = ['One', 'Other'].map((id) => new Stack(new App(), id));
  const report = new Report(true);

  const log = report.for(one, 'rules');
  log.added('a queue');
  log.added('a queue');
  log.of(other).added('a queue');

  expect(report.entries.map(({ constructPath }) => constructPath)).toEqual(['One', 'Other']);
  expect([infosOf(one).length, infosOf(other).length]).toEqual([1, 1]);
});

test('infos that are acknowledged, or not wanted, are not added', () => {
  const [acknowledged, unwanted] = ['Acknowledged', 'Unwanted'].map((id) => new Stack(new App(), id));
  Validations.of(acknowledged).acknowledge({ id: 'cdk-lambda-error-handling:LambdaErrorHandling.added', reason: 'known' });

  new Report(true).for(acknowledged, 'rules').added('a queue');
  new Report(false).for(unwanted, 'rules').added('a queue');

  expect([infosOf(acknowledged), infosOf(unwanted)]).toEqual([[], []]);
});
