import { logLevelWithText } from '../../../src/validation/rules/log-level-with-text';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, ref } from '../support';

const fn = (LoggingConfig: object) => ({ Fn: lambda({ LoggingConfig }) });

describeRule({
  rule: logLevelWithText,
  violating: [
    [fn({ LogFormat: 'Text', ApplicationLogLevel: 'WARN' }), 'Fn Properties.LoggingConfig.ApplicationLogLevel'],
    [fn({ SystemLogLevel: 'WARN' }), 'Fn Properties.LoggingConfig.SystemLogLevel'],
  ],
  compliant: [fn({ LogFormat: 'JSON', ApplicationLogLevel: 'WARN' }), fn({ LogFormat: 'Text' }), { Fn: lambda() }],
  unknown: [fn({ LogFormat: ref('Format'), SystemLogLevel: 'WARN' })],
});
