import { renameSync, rmSync, writeFileSync } from 'fs';
import { ValidationError } from '../private/errors';

/** Writes a file as a whole or not at all. */
export function writeFile(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new ValidationError('OutputNotWritable', `${file} can not be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
