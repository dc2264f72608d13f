import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ErrorDefinition } from '../../src/catalog/error-definition';

const code = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,20}$/);
/** With a beginning of its messages, or without, that no other error has. */
const names = fc.tuple(code, fc.boolean()).map(([name, isOld]) => ({ code: name, messagePrefix: isOld ? `the "${name}" (a+b) [c].*|^{2}? ` : undefined }));
const message = fc.option(fc.string({ unit: 'binary' }).filter(text => text.trim() !== '' && !text.includes('${Token[')), { nil: undefined });
const documentationUrl = fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true }), { nil: undefined });
const retryAfter = fc.option(fc.integer({ min: 1, max: 100_000 }).map(seconds => Duration.seconds(seconds)), { nil: undefined });
const serverStatus = fc.integer({ min: 500, max: 599 });

const clientStatus = fc.integer({ min: 400, max: 499 }).filter(status => status !== 429);

const client = fc.record({ message, documentationUrl, httpStatus: clientStatus, exposeFunctionMessage: fc.boolean() });
const throttled = fc.record({ message, documentationUrl, httpStatus: fc.constantFrom(429, 503), retryAfter });
const temporary = fc.record({ message, documentationUrl, httpStatus: serverStatus, retryAfter });
const permanent = fc.record({ message, documentationUrl, httpStatus: serverStatus });

const definition = fc.oneof(
  fc.tuple(names, client).map(([name, options]) => ErrorDefinition.client(name.code, { ...options, ...name })),
  fc.tuple(names, throttled).map(([name, options]) => ErrorDefinition.throttled(name.code, { ...options, ...name })),
  fc.tuple(names, temporary).map(([name, options]) => ErrorDefinition.temporary(name.code, { ...options, ...name })),
  fc.tuple(names, permanent).map(([name, options]) => ErrorDefinition.permanent(name.code, { ...options, ...name })),
);

/** Any legal definitions with codes of their own. */
export const anyDefinitions = fc.uniqueArray(definition, { selector: ({ code: name }) => name, maxLength: 12 });
