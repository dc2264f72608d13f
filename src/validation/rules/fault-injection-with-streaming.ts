import { functionOf } from '../private/functions';
import { isMissing, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const faultInjectionWithStreaming: Rule = {
  id: 'FaultInjectionWithStreaming',
  severity: 'warning',
  source: 'fis/lambda-actions',
  what: 'A function that streams its response has the fault injection extension.',
  happens: 'The extension holds the stream back, also when no experiment runs.',
  fix: 'Leave the extension out of functions that stream.',
  check: forEach('AWS::Lambda::Url', (url) => {
    const fn = functionOf(url.get('TargetFunctionArn'));
    return fn && textOf(url.get('InvokeMode')) === 'RESPONSE_STREAM' && !isMissing(fn.get('Environment', 'Variables', 'AWS_FIS_CONFIGURATION_LOCATION'))
      && fn.get('Environment', 'Variables', 'AWS_FIS_CONFIGURATION_LOCATION').value().kind !== 'unknown'
      ? at(url, 'InvokeMode', `streams ${fn}, which has AWS_FIS_CONFIGURATION_LOCATION`) : undefined;
  }),
};
