import { GO_ERROR_TYPES, type GoErrorType } from '../../facts';
import type { Rule } from '../private/rule';
import { errorsOf, forEachLambdaTask } from '../private/states';

/** Types of Go that say nothing of the error, by names that only Go has. */
const MEANINGLESS = GO_ERROR_TYPES.filter((row: GoErrorType) => !row.tellsApart).map(({ errorType }) => errorType).filter((type) => /^[a-z]+[A-Z]\w*$/.test(type));

export const goErrorTypeMeaningless: Rule = {
  id: 'GoErrorTypeMeaningless',
  severity: 'warning',
  source: 'runtime/go',
  what: 'A retrier or catcher names the type that Go gives to errors of any kind.',
  happens: '`errors.New` is always `errorString`, and a wrapped error `wrapError`: unlike errors are treated alike, and wrapping one changes its name.',
  fix: 'Return an error of a named type, outermost, and name that.',
  check: forEachLambdaTask((task) => (['Retry', 'Catch'] as const).flatMap((field) => (errorsOf(task, field) ?? []).flat()
    .filter((error) => (MEANINGLESS as readonly string[]).includes(error)).map((error) => `names ${error} in a ${field}`))),
};
