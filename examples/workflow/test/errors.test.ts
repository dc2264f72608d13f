import { testing } from '../../../src';
import { exampleOf } from '../../test/support/layout';
import { callService } from '../../test/support/node-service';
import { removeScratchFolders, synthesize } from '../../test/support/synthesized';

const { Failure, FailureSimulator, Invoker } = testing;
const EXAMPLE = exampleOf('workflow');
const simulator = FailureSimulator.fromTemplate(synthesize(EXAMPLE).templates['Checkout.template.json'] as Record<string, unknown>);

afterAll(removeScratchFolders);

const errors = callService(EXAMPLE, [
  ['reserve', { orderId: '1' }],
  ['reserve', { orderId: '2', items: [{ sku: 'busy' }] }],
  ['charge', { orderId: '3', card: 'declined' }],
]);

test.each([
  ['OrderInvalid', 'Reserve', 1],
  ['StockBusy', 'Reserve', 7],
  ['CardDeclined', 'Charge', 1],
])('what the function throws as %s is tried by %s as often as the catalogue says, and kept', (code, task, attempts) => {
  const { errorType, errorMessage } = errors.find((error) => error.errorType === code)!;
  const outcome = simulator.simulateId(`${task}Function`, Invoker.STEP_FUNCTIONS, Failure.functionError(errorType, errorMessage));

  expect(outcome.attemptCount).toBe(attempts);
  expect(outcome.lost).toBe(false);
});

test('a service that works returns what the next task needs', () => {
  const [reserved] = callService(EXAMPLE, [['reserve', { orderId: '4', items: [{ sku: 'apple' }] }]]);
  const [charged] = callService(EXAMPLE, [['charge', { ...reserved.returned as object, card: 'valid' }]]);

  expect(charged.returned).toEqual({ orderId: '4', reservation: 'reservation-of-4', payment: 'payment-of-4' });
});
