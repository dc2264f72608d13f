import { ValidationError } from '../../private/errors';
import type { ErrorDefinition } from '../error-definition';

/** Changes only when a reader of the document would have to change. */
const VERSION = 1;

/** The catalogue as a JSON document, in one line: it may become an environment variable. What is not set has no member. */
export function catalogJson(definitions: readonly ErrorDefinition[]): string {
  return JSON.stringify({ version: VERSION, errors: definitions.map(entry) });
}

function entry(definition: ErrorDefinition): object {
  const { code, category, httpStatus, retryable, message, documentationUrl, exposeFunctionMessage, messagePrefix } = definition;
  return {
    code,
    category,
    httpStatus,
    retryable,
    message,
    retryAfter: knownSeconds(definition, 'JSON document'),
    documentationUrl,
    exposeFunctionMessage: exposeFunctionMessage || undefined,
    messagePrefix,
  };
}

/** The seconds to wait, for a rendering that can't hold a token. Fails with `ErrorRetryAfterUnknown`. */
export function knownSeconds({ code, category, retryAfter }: ErrorDefinition, rendering: string): number | undefined {
  if (retryAfter?.isUnresolved()) {
    throw new ValidationError('ErrorRetryAfterUnknown', `ErrorDefinition.${category}('${code}'): retryAfter must be known at synthesis for the ${rendering} of the catalogue, got a token; give a literal Duration`);
  }
  return retryAfter?.toSeconds();
}
