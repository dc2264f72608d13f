import { functionTargetsOf, waitsForAnswer, type Assembly, type FailurePath, type Resource } from '../../analysis';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';

/** Whether somebody notices by himself that the function gave no answer. */
export function isAwaited({ trigger: { invoker } }: FailurePath): boolean {
  return waitsForAnswer(invoker);
}

/** The configurations that keep failures of a function, whatever qualifier they are for. */
export function asyncConfigsElsewhere(assembly: Assembly, fn: Resource): readonly Resource[] {
  return assembly.ofType(CONFIG).filter((config) => functionTargetsOf(config.get('FunctionName')).some((target) => target.fn === fn)
    && !config.get('DestinationConfig', 'OnFailure', 'Destination').isAbsent());
}
