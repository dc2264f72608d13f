import type { Arguments } from './command';
import { ValidationError } from '../private/errors';

/** The format that was asked for: the first one unless something else was typed. */
export function formatOf<T extends string>({ values: { format } }: Arguments, formats: readonly [T, ...T[]]): T {
  if (format === undefined) return formats[0];
  const found = formats.find((name) => name === format);
  if (found === undefined) throw new ValidationError('CliFormatUnknown', `--format ${String(format)} is not written: use one of ${formats.join(', ')}`);
  return found;
}
