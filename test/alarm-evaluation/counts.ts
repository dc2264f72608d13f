import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DefaultDashboardFactory, MonitoringFacade } from 'cdk-monitoring-constructs';
import { FleetAlarms } from '../../src/alarms/fleet-alarms';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { nodeFunction } from '../support';

/** What a way to watch functions adds to them. */
export interface Way {
  readonly name: string;
  /** Which failures it tells of. */
  readonly sees: string;
  readonly prepare?: (stack: Stack) => void;
  readonly watch: (fn: lambda.Function, stack: Stack) => void;
}

const monitorings = new WeakMap<Stack, MonitoringFacade>();
const fleets = new WeakMap<Stack, FleetAlarms>();

const MONITORING: Way = {
  name: 'cdk-monitoring-constructs, errors and throttles asked for',
  sees: 'errors, throttles',
  prepare: (stack) => {
    const dashboardFactory = new DefaultDashboardFactory(stack, 'Dashboards', { dashboardNamePrefix: 'orders', createDashboard: false });
    monitorings.set(stack, new MonitoringFacade(stack, 'Monitoring', { dashboardFactory }));
  },
  watch: (lambdaFunction, stack) => monitorings.get(stack)!.monitorLambdaFunction({
    lambdaFunction, addFaultCountAlarm: { Warning: { maxErrorCount: 0 } }, addThrottlesCountAlarm: { Warning: { maxErrorCount: 0 } },
  }),
};

/** The ways beside each other. slic-watch is no package that could be run here: its row comes from its documentation. */
export const WAYS: Way[] = [
  {
    name: '`FunctionAlarms.recommended()`',
    sees: 'errors, throttles, events given up, records that no destination took',
    watch: (fn) => FunctionAlarms.fromFunction(fn).recommended(),
  },
  {
    name: '`FleetAlarms`, and `recommended({ fleet })`',
    sees: 'the same, of each function, and of those added later',
    prepare: (stack) => fleets.set(stack, new FleetAlarms(stack, 'Fleet', { deadLetterErrors: { enabled: false } })),
    watch: (fn, stack) => FunctionAlarms.fromFunction(fn).recommended({ fleet: fleets.get(stack) }),
  },
  MONITORING,
  {
    ...MONITORING,
    name: 'cdk-monitoring-constructs as it comes',
    sees: 'nothing: no alarms by default',
    watch: (lambdaFunction, stack) => monitorings.get(stack)!.monitorLambdaFunction({ lambdaFunction }),
  },
];

/** How many alarms, and other resources, a way adds to so many functions. */
export function countOf({ prepare, watch }: Way, functions: number): { readonly alarms: number; readonly others: number } {
  const [plain, watched] = [false, true].map((isWatched) => {
    const stack = new Stack(new App(), 'Stack');
    const destination = FailureDestination.queue(new FailureQueue(stack, 'Kept'));
    if (isWatched) prepare?.(stack);
    for (let i = 0; i < functions; i++) {
      const fn = nodeFunction(stack, `Function${i}`);
      fn.node.defaultChild!.with(new FunctionAsyncFailure({ failureDestination: destination }));
      if (isWatched) watch(fn, stack);
    }
    return stack.node.findAll().filter(CfnResource.isCfnResource).map(({ cfnResourceType }) => cfnResourceType);
  });
  const alarms = watched.filter((type) => type === 'AWS::CloudWatch::Alarm').length;
  return { alarms, others: watched.length - plain.length - alarms };
}
