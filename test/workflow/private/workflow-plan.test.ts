import { taskRules } from '../../../src/workflow/private/task-rules';
import { planWorkflow, type WorkflowOrder } from '../../../src/workflow/private/workflow-plan';

const ORDER: WorkflowOrder = {
  rules: taskRules({}),
  kindOf: (resource) => resource === 'fn' ? 'lambda' : resource === '?' ? 'unknown' : 'other',
};
const TASK = { Type: 'Task', Resource: 'fn' };

test('says what to edit, and in which list', () => {
  const { edits, unknown, hasFailureState } = planWorkflow({ States: { A: TASK, B: { Type: 'Fail' } } }, { ...ORDER, failureState: 'B' });

  expect(edits.map(({ path, list }) => [path.join('.'), list])).toEqual([['States.A', 'Retry'], ['States.A', 'Catch']]);
  expect([unknown, hasFailureState]).toEqual([[], true]);
});

test('names each state once that it knows too little about', () => {
  const unreadable = { ...TASK, Retry: '?', Catch: '?' };

  const { edits, unknown } = planWorkflow({ States: { A: { ...TASK, Resource: '?' }, B: unreadable, C: { Type: 'Pass' } } }, { ...ORDER, failureState: 'C' });

  expect(edits).toEqual([]);
  expect(unknown).toEqual(['A', 'B']);
});

test('a workflow that lacks nothing has no edits', () => {
  const Retry = [{ ErrorEquals: ['States.ALL'] }];

  expect(planWorkflow({ States: { A: { ...TASK, Retry }, B: { ...TASK, Resource: 'other' } } }, ORDER))
    .toEqual({ edits: [], unknown: [], hasFailureState: false, hasLambdaTasks: true });
});

test('a failure state inside of a state catches what runs beside it', () => {
  const inner = { States: { A: TASK, Failed: { Type: 'Pass' } } };
  const { edits, hasFailureState } = planWorkflow({ States: { Map: { Type: 'Map', ItemProcessor: inner }, B: TASK } }, { ...ORDER, failureState: 'Failed' });

  expect(hasFailureState).toBe(true);
  expect(edits.filter(({ list }) => list === 'Catch').map(({ path }) => path.join('.'))).toEqual(['States.Map.ItemProcessor.States.A']);
});
