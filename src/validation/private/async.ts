import { functionTargetsOf, type Assembly, type FailurePath, type Resource } from '../../analysis';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';
/** Who waits for an answer by other means, and says so when there is none. */
const AWAITED: readonly string[] = ['custom-resource', 'codepipeline'];

/** Whether somebody notices by himself that the function gave no answer. */
export function isAwaited({ trigger: { invoker } }: FailurePath): boolean {
  return waits(invoker);
}

/** Whether an invoker waits for an answer of an asynchronous function, and fails without one. */
export function waits(invoker: string): boolean {
  return AWAITED.includes(invoker);
}

/** The configurations that keep failures of a function, whatever qualifier they are for. */
export function asyncConfigsElsewhere(assembly: Assembly, fn: Resource): readonly Resource[] {
  return assembly.ofType(CONFIG).filter((config) => functionTargetsOf(config.get('FunctionName')).some((target) => target.fn === fn)
    && !config.get('DestinationConfig', 'OnFailure', 'Destination').isAbsent());
}
