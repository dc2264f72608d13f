import type { PlainTemplate } from './plain-template';
import { triggerIn } from './triggers';
import type { FailureId } from '../../../src/facts/failure-matrix';
import type { InvokerId } from '../../../src/facts/invokers';
import { Failure } from '../../../src/testing/failure';
import { FailureSimulator } from '../../../src/testing/failure-simulator';
import { Invoker } from '../../../src/testing/invoker';
import type { SimulatedFailure } from '../../../src/testing/simulated-failure';

const FAILURES: Readonly<Record<FailureId, Failure>> = {
  'function-error': Failure.functionError('StockBusy', '[StockBusy] try again'),
  'timeout': Failure.timeout(),
  'crash': Failure.crash(),
  'throttle': Failure.throttle(),
  'missing-permission': Failure.permissionLost(),
  'poison-record': Failure.poisonRecord(),
  'too-old': Failure.tooOld(),
};

/** What the simulator says of the one trigger of this invoker in a template. */
export function simulatedIn(template: PlainTemplate, invoker: InvokerId, failure: FailureId): SimulatedFailure {
  const { fn } = triggerIn(template, invoker);
  const named = Object.values(Invoker).find((value): value is Invoker => value instanceof Invoker && value.name === invoker)!;
  return FailureSimulator.fromTemplate(template.toJSON() as Record<string, unknown>).simulateId(fn.id, named, FAILURES[failure]);
}
