import { modelOf } from '../../analysis';
import { FUNCTION } from '../private/functions';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const tracingNotPermitted: Rule = {
  id: 'TracingNotPermitted',
  severity: 'warning',
  source: 'lambda/tracing',
  what: 'A function traces actively, and its role may not send traces.',
  happens: 'There are no traces, and nothing says so.',
  fix: 'Allow the role `xray:PutTraceSegments` and `xray:PutTelemetryRecords` on `*`.',
  check: forEach(FUNCTION, (fn, assembly) => (
    textOf(fn.get('TracingConfig', 'Mode')) === 'Active' && modelOf(assembly).permissions.ofRole(fn.get('Role'), { action: 'xray:PutTraceSegments', on: '*' }) === 'no'
      ? at(fn, 'TracingConfig.Mode', 'is Active, and the role may not send traces') : undefined)),
};
