import { deadLetterRetentionShort } from '../../../src/validation/rules/dead-letter-retention-short';
import { describeRule } from '../../conformance/describe-rule';
import { arn, queue, ref } from '../support';

const of = (dead: Record<string, unknown>, source: Record<string, unknown>) => ({ Dead: queue(dead), Source: queue({ RedrivePolicy: { deadLetterTargetArn: arn('Dead') }, ...source }) });
const days = (count: number) => ({ MessageRetentionPeriod: count * 86_400 });

describeRule({
  rule: deadLetterRetentionShort,
  violating: [[of(days(7), days(14)), 'Dead Properties.MessageRetentionPeriod'], [of(days(3), {}), 'Dead Properties.MessageRetentionPeriod']],
  compliant: [of(days(14), days(14)), of({}, {})],
  unknown: [of({ MessageRetentionPeriod: ref('Days') }, days(14)), of(days(7), { MessageRetentionPeriod: ref('Days') })],
});
