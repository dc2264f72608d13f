import { addTo, readOnce, functionTargetsOf, waitsForAnswer, type Assembly, type FailurePath, type Resource } from '../../analysis';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';

/** Whether somebody notices by himself that the function gave no answer. */
export function isAwaited({ trigger: { invoker } }: FailurePath): boolean {
  return waitsForAnswer(invoker);
}

/** The configurations that keep failures of a function, whatever qualifier they are for. */
export function asyncConfigsElsewhere(assembly: Assembly, fn: Resource): readonly Resource[] {
  return keepingConfigs(assembly).get(fn) ?? [];
}

const keepingConfigs = readOnce((assembly: Assembly) => {
  const byFunction = new Map<Resource, Resource[]>();
  for (const config of assembly.ofType(CONFIG)) {
    if (config.get('DestinationConfig', 'OnFailure', 'Destination').isAbsent()) continue;
    for (const fn of new Set(functionTargetsOf(config.get('FunctionName')).map((target) => target.fn))) addTo(byFunction, fn, config);
  }
  return byFunction;
});
