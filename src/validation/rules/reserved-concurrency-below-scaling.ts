import { functionOf } from '../private/functions';
import { MAPPING, sourceOf } from '../private/mappings';
import { isMissing, numberOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** What Lambda starts to read a queue with. */
const POLLERS = 5;

export const reservedConcurrencyBelowScaling: Rule = {
  id: 'ReservedConcurrencyBelowScaling',
  severity: 'warning',
  source: 'lambda/with-sqs',
  confidence: 'unchecked',
  what: 'A function that reads a queue has less concurrency reserved than the mapping may use.',
  happens: 'Throttles count as receives, and good messages reach the dead-letter queue.',
  fix: 'Reserve at least 5, and set `ScalingConfig.MaximumConcurrency` of the mapping to at most what is reserved.',
  check: (assembly) => assembly.ofType(MAPPING).flatMap((mapping) => {
    const fn = sourceOf(mapping)?.startsWith('sqs') ? functionOf(mapping.get('FunctionName')) : undefined;
    const reserved = fn && numberOf(fn.get('ReservedConcurrentExecutions'));
    const scaling = mapping.get('ScalingConfig', 'MaximumConcurrency');
    const used = isMissing(scaling) ? POLLERS : numberOf(scaling);
    return reserved && used !== undefined && reserved < used ? [at(fn, 'ReservedConcurrentExecutions', `is ${reserved}, and ${mapping} may use ${used}`)] : [];
  }),
};
