import type { Assembly, Resource } from '../../analysis';
import { functionOf } from '../private/functions';
import { METHOD } from '../private/integrations';
import { isMissing, isTrue, resourceOf, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const traceEndsAtGateway: Rule = {
  id: 'TraceEndsAtGateway',
  severity: 'info',
  source: 'lambda/tracing',
  what: 'The stage of an API traces, and the function behind it does not.',
  happens: 'The trace ends at the gateway: what failed in the function, or in what it calls, is not in it.',
  fix: 'Set `TracingConfig.Mode` of the function to `Active`.',
  check: (assembly) => {
    const traced = new Set(assembly.ofType('AWS::ApiGateway::Stage').filter((stage) => isTrue(stage.get('TracingEnabled'))).map((stage) => resourceOf(stage.get('RestApiId'))));
    return functionsBehind(assembly, traced).filter((fn) => isMissing(fn.get('TracingConfig', 'Mode')) || textOf(fn.get('TracingConfig', 'Mode')) === 'PassThrough')
      .map((fn) => at(fn, 'TracingConfig.Mode', `is ${textOf(fn.get('TracingConfig', 'Mode')) ?? 'not set'}`));
  },
};

function functionsBehind(assembly: Assembly, apis: ReadonlySet<Resource | undefined>): readonly Resource[] {
  const functions = assembly.ofType(METHOD).flatMap((method) => {
    const api = resourceOf(method.get('RestApiId'));
    return api && apis.has(api) ? functionOf(method.get('Integration', 'Uri')) ?? [] : [];
  });
  return [...new Set(functions)];
}
