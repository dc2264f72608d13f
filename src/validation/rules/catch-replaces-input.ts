import { statesOf, type Property, type Resource } from '../../analysis';
import { isMissing, textOf } from '../private/reading';
import type { Rule } from '../private/rule';
import { forEachLambdaTask, MACHINE } from '../private/states';

export const catchReplacesInput: Rule = {
  id: 'CatchReplacesInput',
  severity: 'info',
  source: 'step-functions/error-handling',
  what: 'A catcher of a Lambda task has no `ResultPath`.',
  happens: 'The error takes the place of the input: the states after it no longer know what failed.',
  fix: 'Set `ResultPath` of the catcher, for example to `$.error`.',
  check: forEachLambdaTask((task, machine) => (usesJsonata(task, machine) ? [] : task.get('Catch').elements().known)
    .filter(({ property }) => isMissing(property.get('ResultPath')) && textOf(property.get('Next')) !== undefined && !endsIn(machine, textOf(property.get('Next'))!))
    .map(({ property }) => `catches for ${textOf(property.get('Next'))} without ResultPath`)),
};

function usesJsonata(task: Property, machine: Resource): boolean {
  const definition = isMissing(machine.get('DefinitionString')) ? machine.get('Definition') : machine.get('DefinitionString').json();
  const languages = [task.get('QueryLanguage'), definition.get('QueryLanguage')];
  return machine.type !== MACHINE || languages.some((language) => !language.isAbsent() && textOf(language) !== 'JSONPath');
}

/** Whether there is nothing after it that could need the input. */
function endsIn(machine: Resource, name: string): boolean {
  const definition = isMissing(machine.get('DefinitionString')) ? machine.get('Definition') : machine.get('DefinitionString').json();
  const type = textOf(definition.get('States', name, 'Type'));
  return type === 'Fail' || type === 'Succeed' || statesOf(machine).others !== undefined;
}
