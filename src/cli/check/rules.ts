import type { Issue, Level } from './issue';
import type { Model } from '../../analysis';
import { SOURCES } from '../../facts';
import type { Finding, Rule } from '../../validation/private/rule';
import { RULES } from '../../validation/rules';
import { placeOf } from '../report/place';

const LEVELS: Readonly<Record<Rule['severity'], Level>> = { error: 'error', warning: 'warning', info: 'note' };

/** Everything that breaks a rule. */
export function issuesOfRules(models: readonly Model[]): Issue[] {
  return models.flatMap(({ assembly }) => RULES.flatMap((rule) => rule.check(assembly).map((finding) => issueOf(rule, finding))));
}

function issueOf({ id, severity, what, happens, fix, source }: Rule, { resource, path, detail }: Finding): Issue {
  const subject = path === 'Properties' ? resource.id : path.replace(/^Properties\./, '');
  return { id, level: LEVELS[severity], text: `${what} ${subject} ${detail}. ${happens}`, fix, place: placeOf(resource), path, source: SOURCES[source] };
}
