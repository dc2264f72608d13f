import type { CfnResource } from 'aws-cdk-lib';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { isOn, mixinLayer, settings, type Layer } from './layer';
import { isProviderResource } from '../../private/provider-function';
import { isStateMachine } from '../../private/resource-kinds';
import { StateMachineTracing } from '../../tracing/state-machine-tracing';
import { StateMachineErrorHandling } from '../../workflow/state-machine-error-handling';
import { StateMachineLogging } from '../../workflow/state-machine-logging';
import type { StateMachineLayer, StateMachineLoggingLayer, StateMachineTracingLayer } from '../error-handling-layers';

/** What is done to workflows. */
export interface WorkflowLayers {
  readonly stateMachines?: StateMachineLayer;
  readonly stateMachineTracing?: StateMachineTracingLayer;
  readonly stateMachineLogging?: StateMachineLoggingLayer;
}

const TYPES = ['AWS::StepFunctions::StateMachine'];

/** Whether a state machine is ours to complete: it calls functions, and CDK did not make it for itself. */
export function callsFunctions(machine: CfnResource): machine is sfn.CfnStateMachine {
  return isStateMachine(machine) && !isProviderResource(machine) && StateMachineErrorHandling._callsLambda(machine);
}

/** Completes, traces and logs state machines that call functions. */
export function workflowLayers(layers: WorkflowLayers, acknowledgeRules: boolean): (Layer | false)[] {
  const { stateMachines, stateMachineTracing, stateMachineLogging } = layers;
  const isSkipped = (machine: CfnResource) => !callsFunctions(machine);
  return [
    isOn(stateMachines) && mixinLayer({
      name: 'stateMachines',
      types: TYPES,
      options: stateMachines,
      makeMixin: () => new StateMachineErrorHandling(stateMachines),
      look: settings('DefinitionString', 'Definition'),
      isSkipped: (machine) => isProviderResource(machine),
    }),
    isOn(stateMachineTracing) && mixinLayer({
      name: 'stateMachineTracing',
      types: TYPES,
      options: stateMachineTracing,
      makeMixin: () => new StateMachineTracing({ acknowledgeRules }),
      look: settings('TracingConfiguration'),
      isSkipped,
    }),
    isOn(stateMachineLogging) && mixinLayer({
      name: 'stateMachineLogging',
      types: TYPES,
      options: stateMachineLogging,
      makeMixin: () => new StateMachineLogging({ acknowledgeRules, ...stateMachineLogging }),
      look: settings('LoggingConfiguration'),
      isSkipped,
    }),
  ];
}
