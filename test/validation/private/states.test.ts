import { at } from '../../../src/validation/private/rule';
import { errorsOf, forEachLambdaTask, forEachState, MACHINE } from '../../../src/validation/private/states';
import { lambdaTask, machine, resource } from '../support';
import { assemblyOf } from '../template';

const retried = lambdaTask({ Retry: [{ ErrorEquals: ['A', 'B'] }, { ErrorEquals: ['C'] }] });
const Machine = machine({ Run: retried, Wait: { Type: 'Wait' }, Activity: { Type: 'Task', Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a' } });

test('states are checked one by one, and tasks that invoke functions', () => {
  const [all, tasks] = [forEachState, forEachLambdaTask].map((each) => each((state) => `is a ${state.get('Type').text()}`)(assemblyOf({ Machine })).map(({ path, detail }) => `${path} ${detail}`));

  expect(all).toEqual([['Run', 'Task'], ['Wait', 'Wait'], ['Activity', 'Task']].map(([name, type]) => `Properties.DefinitionString has a state ${name} that is a ${type}`));
  expect(tasks).toEqual(['Properties.DefinitionString has a state Run that is a Task']);
});

test('a definition may be an object', () => {
  const found = forEachState(() => 'is found')(assemblyOf({ Machine: resource(MACHINE)({ Definition: { States: { Run: retried } } }) }));

  expect(found).toEqual([at(found[0].resource, 'Definition', 'has a state Run that is found')]);
});

test('errors are known if all of them are', () => {
  const errors: unknown[] = [];
  forEachState((state) => { errors.push(errorsOf(state, 'Retry'), errorsOf(state, 'Catch')); return undefined; })(assemblyOf({ Machine: machine({ Run: { ...retried, Catch: [{ ErrorEquals: [{ Ref: 'E' }] }] } }) }));

  expect(errors).toEqual([[['A', 'B'], ['C']], undefined]);
});
