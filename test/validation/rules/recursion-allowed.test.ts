import { recursionAllowed } from '../../../src/validation/rules/recursion-allowed';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, ref } from '../support';

describeRule({
  rule: recursionAllowed,
  violating: [[{ Fn: lambda({ RecursiveLoop: 'Allow' }) }, 'Fn Properties.RecursiveLoop']],
  compliant: [{ Fn: lambda({ RecursiveLoop: 'Terminate' }), Default: lambda() }],
  unknown: [{ Fn: lambda({ RecursiveLoop: ref('Loop') }) }],
});
