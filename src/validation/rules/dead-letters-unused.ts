import { modelOf } from '../../analysis';
import { INVOKERS } from '../../facts';
import { FUNCTION } from '../private/functions';
import { at, forEach, type Rule } from '../private/rule';

export const deadLettersUnused: Rule = {
  id: 'DeadLettersUnused',
  severity: 'info',
  source: 'lambda/with-sqs',
  confidence: 'derived',
  what: 'A function has a dead-letter queue, and only mappings invoke it.',
  happens: 'The queue is for asynchronous invocations: what fails in a batch never gets there.',
  fix: 'Put the dead-letter queue on the source queue, or an on-failure destination on the mapping.',
  check: forEach(FUNCTION, (fn, assembly) => {
    const triggers = modelOf(assembly).triggersOf(fn);
    const isPolledOnly = triggers.length > 0 && triggers.every(({ invoker }) => INVOKERS.find(({ id }) => id === invoker)?.type === 'poll');
    return isPolledOnly && !assembly.isOpen && ['reference', 'known', 'text'].includes(fn.get('DeadLetterConfig', 'TargetArn').value().kind)
      ? at(fn, 'DeadLetterConfig.TargetArn', `keeps nothing of what ${triggers[0].by} brings`) : undefined;
  }),
};
