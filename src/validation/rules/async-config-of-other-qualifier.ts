import { qualifierText } from '../../analysis';
import { asyncConfigsElsewhere, isAwaited } from '../private/async';
import { onPaths } from '../private/paths';
import { textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const asyncConfigOfOtherQualifier: Rule = {
  id: 'AsyncConfigOfOtherQualifier',
  severity: 'error',
  source: 'lambda/api-event-invoke-config',
  confidence: 'derived',
  what: 'A function is invoked asynchronously by one qualifier, and its failures are kept for another.',
  happens: 'A configuration is for one version or alias alone: what fails by the other way is gone.',
  fix: 'Add an `AWS::Lambda::EventInvokeConfig` for the qualifier by which it is invoked, or invoke the one that has it.',
  check: onPaths('NothingKeepsIt', (path, { effect }, assembly) => {
    const { outcome, trigger: { fn, by, qualifier } } = path;
    const [config] = asyncConfigsElsewhere(assembly, fn);
    if (outcome.keptBy !== 'function-failures' || effect !== 'lost' || isAwaited(path) || !config) return undefined;
    return at(config, 'Qualifier', `is ${textOf(config.get('Qualifier')) ?? 'another'}, and ${by} invokes ${fn} by ${qualifierText(qualifier) || 'none, which is $LATEST'}`);
  }),
};
