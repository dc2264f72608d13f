import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const qualifierLatestMisspelt: Rule = {
  id: 'QualifierLatestMisspelt',
  severity: 'error',
  source: 'lambda/api-event-invoke-config',
  what: 'Asynchronous invocation is configured for the qualifier `LATEST`, without the dollar sign.',
  happens: 'It names an alias that does not exist: the deployment fails, or the unpublished version has no configuration.',
  fix: 'Write `$LATEST`.',
  check: forEach('AWS::Lambda::EventInvokeConfig', (config) => {
    const qualifier = textOf(config.get('Qualifier'));
    return qualifier !== undefined && /^\$?latest$/i.test(qualifier) && qualifier !== '$LATEST' ? at(config, 'Qualifier', `is "${qualifier}"`) : undefined;
  }),
};
