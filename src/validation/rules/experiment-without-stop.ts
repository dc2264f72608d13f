import { isWhole, listed, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const experimentWithoutStop: Rule = {
  id: 'ExperimentWithoutStop',
  severity: 'warning',
  source: 'fis/stop-conditions',
  what: 'A fault injection experiment on functions stops at no alarm.',
  happens: 'The faults go on until their time is over, whatever they do to customers.',
  fix: 'Add a stop condition with an alarm on what customers see, not on the errors that the experiment provokes.',
  check: forEach('AWS::FIS::ExperimentTemplate', (experiment) => {
    const stops = experiment.get('StopConditions');
    const ofFunctions = experiment.get('Actions').members().some(([, action]) => textOf(action.get('ActionId'))?.startsWith('aws:lambda:'));
    const sources = listed(stops, 'StopConditions').map(({ property }) => textOf(property.get('Source')));
    return ofFunctions && isWhole(stops) && sources.length > 0 && sources.every((source) => source === 'none') ? at(experiment, 'StopConditions', 'has no alarm') : undefined;
  }),
};
