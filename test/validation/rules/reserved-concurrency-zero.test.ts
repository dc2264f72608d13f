import { reservedConcurrencyZero } from '../../../src/validation/rules/reserved-concurrency-zero';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, ref } from '../support';

describeRule({
  rule: reservedConcurrencyZero,
  violating: [[{ Fn: lambda({ ReservedConcurrentExecutions: 0 }) }, 'Fn Properties.ReservedConcurrentExecutions']],
  compliant: [{ Fn: lambda({ ReservedConcurrentExecutions: 1 }), Default: lambda() }],
  unknown: [{ Fn: lambda({ ReservedConcurrentExecutions: ref('Reserved') }) }],
});
