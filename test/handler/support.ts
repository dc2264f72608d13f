import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { DEFINITIONS } from '../api/orders-api';

/** The document of the catalogue that the tests of the API use. */
export const DOCUMENT = ErrorCatalog.of(...DEFINITIONS).toJson();

/** Runs something with a catalogue in the environment. */
export function withCatalog<T>(document: string, body: () => T): T {
  process.env.LAMBDA_ERROR_CATALOG = document;
  try {
    return body();
  } finally {
    delete process.env.LAMBDA_ERROR_CATALOG;
  }
}

/** The lines of the log that a test writes. */
export function logLines(): Record<string, any>[] {
  const lines: Record<string, any>[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
  return lines;
}

afterEach(() => { jest.restoreAllMocks(); });
