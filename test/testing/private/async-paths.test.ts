import { Assembly, Model, NO_QUALIFIER } from '../../../src/analysis';
import { asyncPathsOf } from '../../../src/testing/private/async-paths';
import { FUNCTION, restTemplate, topicTemplate } from '../../analysis/simulation/support';

function pathsOf(template: object): string[] {
  const model = new Model(Assembly.ofTemplate(template));
  const paths = asyncPathsOf(model, { fn: model.assembly.templates[0].resource('F')!, qualifier: NO_QUALIFIER });
  return [...new Set(paths.map(({ trigger }) => trigger.invoker))];
}

test('the invokers that hand events over, or the SDK', () => {
  expect(pathsOf(topicTemplate())).toEqual(['sns']);
  expect(pathsOf(restTemplate('AWS_PROXY'))).toEqual(['sdk-event']);
  expect(pathsOf({ Resources: { F: FUNCTION } })).toEqual(['sdk-event']);
});

test('only what fails after Lambda accepted the event', () => {
  const model = new Model(Assembly.ofTemplate(topicTemplate()));

  expect(asyncPathsOf(model, { fn: model.assembly.templates[0].resource('F')!, qualifier: NO_QUALIFIER }).map(({ failure }) => failure)).toEqual([
    'function-error', 'timeout', 'crash', 'poison-record', 'throttle',
  ]);
});
