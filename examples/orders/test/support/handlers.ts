import * as fs from 'fs';
import * as path from 'path';
import { compiled } from '../../../../test/go/module';

export const SERVICE = path.join(__dirname, '..', '..', 'service');

/** Compiles a handler for the machine that the test runs on. */
export function compiledHandler(command: string): string {
  return compiled(SERVICE, `./cmd/${command}`);
}

/** What is agreed between the API handler and the error mapping, case by case. */
export interface AgreedError {
  readonly case: string;
  readonly request: unknown;
  readonly error: { readonly errorMessage: string; readonly errorType: string };
}

export const AGREED_ERRORS: AgreedError[] = JSON.parse(fs.readFileSync(path.join(SERVICE, 'cmd/api/testdata/errors.json'), 'utf8'));
