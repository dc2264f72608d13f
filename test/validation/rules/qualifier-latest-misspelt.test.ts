import { qualifierLatestMisspelt } from '../../../src/validation/rules/qualifier-latest-misspelt';
import { describeRule } from '../../conformance/describe-rule';
import { asyncConfig, ref } from '../support';

describeRule({
  rule: qualifierLatestMisspelt,
  violating: [[{ Config: asyncConfig({ Qualifier: 'LATEST' }) }, 'Config Properties.Qualifier'], [{ Config: asyncConfig({ Qualifier: '$latest' }) }, 'Config Properties.Qualifier']],
  compliant: [{ Latest: asyncConfig({ Qualifier: '$LATEST' }), Live: asyncConfig({ Qualifier: 'live' }) }],
  unknown: [{ Config: asyncConfig({ Qualifier: ref('Alias') }) }],
});
