import type { FailureId } from '../../facts';
import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

/** What happens once somebody has changed something, or everything is overloaded. */
const RARE: readonly FailureId[] = ['missing-permission', 'too-old'];

export const deliveryUnheard: Rule = {
  id: 'DeliveryUnheard',
  severity: 'info',
  source: 'lambda/metrics',
  what: 'Nobody hears when events no longer get to a function: a permission is gone, or they have waited for too long.',
  happens: 'The function does not fail, it does not run: alarms on its errors stay silent.',
  fix: 'Add an alarm with an action on the metrics that are named.',
  check: onPaths('NobodyHears', ({ trigger: { by, fn, invoker }, failure }, { fix }) => (
    RARE.includes(failure) ? at(by, '', `delivers to ${fn} (${invoker}), and nobody hears of a ${failure.replace(/-/g, ' ')}: ${fix}`) : undefined)),
};
