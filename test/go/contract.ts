import { readFileSync } from 'fs';
import { join } from 'path';
import { reasonPhrase } from '../../src/api/private/reason-phrases';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { answer } from '../api/api-gateway-evaluator';
import { DEFINITIONS, methodProperties, ordersApi } from '../api/orders-api';

const QUOTA = ErrorDefinition.client('QuotaUsed', { httpStatus: 402, messagePrefix: 'quota used', exposeFunctionMessage: true });
const catalog = ErrorCatalog.of(...DEFINITIONS, QUOTA);

export const MODULE = join(__dirname, '../../go/lambdaerror');

const FILE = join(MODULE, 'testdata/contract.json');

/** What is agreed between the mappings of a REST API and the Go module: what both of them answer to the same errors. */
export function contract(): object {
  const { Integration } = methodProperties(ordersApi({ catalog }).stack);
  const messages = [...DEFINITIONS.map(({ code }) => [code, `[${code}] with "quotes", a $ and\n#if \u2028`]), ['QuotaUsed', 'quota used: 7 of 7'], ['InternalError', 'disk full']];
  const answers = messages.map(([code, message]) => {
    const { body, ...rest } = answer(Integration.IntegrationResponses, JSON.stringify({ errorMessage: message }), true);
    return { code, message, ...rest, body: JSON.parse(body) };
  });
  const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);
  const titles = Object.fromEntries(statuses.map((status) => [status, reasonPhrase(status)]));
  return { catalog: catalog.toJson(), titles, answers };
}

/** The same, as the tests of the Go module read it. */
export function writtenContract(): unknown {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
