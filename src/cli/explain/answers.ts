import { explanation, type Explanation } from './explanation';
import {
  FAILURE_MATRIX, FAILURES, FUNCTION_URL_ANSWERS, GATEWAY_RESPONSES, INVOKERS, METRICS,
} from '../../facts';
import type { FailureId, FailureOutcome, FunctionUrlAnswer, GatewayResponse, Invoker, InvokerId, Metric } from '../../facts';

const CAUSE = { client: 'the client', api: "the API's own settings and limits", authorizer: 'an authorizer', function: 'the function behind the API' };

/** What callers get, and what counts it. */
export function answerExplanations(): Explanation[] {
  return [
    ...INVOKERS.flatMap(answersOf), ...GATEWAY_RESPONSES.map(gatewayAnswered), ...FUNCTION_URL_ANSWERS.map(urlAnswered),
    ...Object.values(METRICS).map(counted),
  ];
}

/** One explanation per status and invoker, with every failure that ends so. */
function answersOf(invoker: Invoker): Explanation[] {
  const failures = Object.entries(FAILURE_MATRIX[invoker.id as InvokerId]) as [FailureId, FailureOutcome][];
  const statuses = new Set(failures.flatMap(([, { answer }]) => answer?.status ?? []));
  return [...statuses].map((status) => {
    const causes = failures.filter(([, { answer }]) => answer?.status === status);
    const notes = causes.flatMap(([, { note }]) => note ?? []);
    return explanation(`${status} of ${invoker.name}`, [status], causes[0][1], {
      'what happened': causes.map(([failure]) => `${failure}: ${FAILURES[failure]}`).join('; '),
      'tried again': invoker.ownRetries === 'none' ? 'by whoever called, or not at all' : invoker.ownRetries,
      'mind': notes.length > 0 ? [...new Set(notes)].join('; ') : undefined,
    });
  });
}

function gatewayAnswered({ type, defaultStatus, cause, when, note, ...fact }: GatewayResponse): Explanation {
  return explanation(`${type}: gateway response of a REST API${defaultStatus ? `, HTTP ${defaultStatus}` : ''}`, [type, ...defaultStatus ? [defaultStatus] : []], fact, {
    'what happened': when,
    'who must act': CAUSE[cause],
    'mind': note,
  });
}

function urlAnswered({ status, mode, when, metric, ...fact }: FunctionUrlAnswer): Explanation {
  return explanation(`${status} of a function URL`, [status], fact, {
    'what happened': when,
    'invoke mode': mode === 'both' ? undefined : mode,
    'counted by': metric ?? 'nothing: it counts as a success',
  });
}

function counted(metric: Metric): Explanation {
  return explanation(`${metric.name}: metric in ${metric.namespace}`, [metric.name], metric, {
    'emitted when': metric.emittedWhen,
    'dimensions': metric.dimensions.join(', ') || 'none',
    'statistic': metric.statistic,
    'no data means': metric.absent === 'nothing-failed' ? 'nothing failed' : 'nothing failed, or the source has stopped',
    'switch on': metric.optIn,
  });
}
