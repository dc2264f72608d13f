import type { Answer } from './answer';
import type { GoingOff } from './going-off';
import type { Simulation } from './simulate';
import { METRICS } from '../../facts/metrics';
import { hearerNames, keptTexts, attemptsText, duration, triggerText, nameOf, heardByText } from '../paths/words';

/** A simulation in words. */
export function simulationText({ path, cause, attempts, answer, alarms }: Simulation): string {
  const times = attempts.flatMap(({ at }) => (at === undefined ? [] : [at === 0 ? '0' : duration(at)]));
  const rows = [
    ['tried', `${attemptsText(path)}${times.length > 1 ? ` (at ${times.join(', ')})` : ''}`],
    ...answer ? [['answer', answerText(answer)]] : [],
    ['kept in', keptTexts(path).join('; ') || 'nothing'],
    ...alarms.map((alarm) => ['alarm', alarmText(alarm)]),
    ['heard by', heardByText(path)],
    ...path.outcome.note === undefined ? [] : [['mind', path.outcome.note]],
    ...path.findings.map(({ effect, text, fix }) => [effect, `${text}: ${fix}`]),
  ];
  const what = cause.error ? `${cause.id} ${cause.error.errorType}` : cause.id;
  return [`${triggerText(path.trigger)}, ${what}: ${path.verdict}${path.isUnavoidable ? ', and AWS has nothing to set' : ''}`, ...rows.map(([label, text]) => `  ${label.padEnd(8)}  ${text}`)].join('\n');
}

function answerText({ status, headers, body, error, text, unknown }: Answer): string {
  const parts = [
    status === undefined ? undefined : `status ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), error, body, text,
    unknown === undefined ? undefined : `not known: ${unknown}`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ') || 'not documented';
}

function alarmText({ alarm: { resource, metric, heardBy }, goesOff, after }: GoingOff): string {
  const when = { yes: after === undefined ? 'goes off' : `goes off within ${duration(after)}`, no: 'does not go off for one event', unknown: 'may go off' }[goesOff];
  return `${nameOf(resource)} on ${METRICS[metric].name} ${when}, heard by ${[...new Set(heardBy.flatMap(hearerNames))].join(', ')}`;
}
