import { failureTargetsOf, isFifo, type FailureOwner } from '../private/failure-queues';
import { resourceOf, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** Whose failures go to standard queues and topics only. */
const STANDARD: readonly FailureOwner[] = ['function', 'async', 'rule', 'schedule'];

export const fifoFailureTarget: Rule = {
  id: 'FifoFailureTarget',
  severity: 'error',
  source: 'lambda/async-retain-records',
  what: 'Failures of a function, a rule or a schedule go to a FIFO queue or topic.',
  happens: 'It is not supported: every delivery fails, and the events are lost.',
  fix: 'Use a standard queue or topic.',
  check: (assembly) => failureTargetsOf(assembly).filter(({ by }) => STANDARD.includes(by)).flatMap(({ owner, property, path }) => {
    const target = resourceOf(property, 'AWS::SQS::Queue', 'AWS::SNS::Topic');
    const isWrong = target ? isFifo(target) : /^arn:.*\.fifo$/.test(textOf(property) ?? '');
    return isWrong ? [at(owner, path, `is ${target ?? textOf(property)}, which is FIFO`)] : [];
  }),
};
