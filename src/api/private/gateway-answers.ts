import { GATEWAY_RESPONSES } from '../../facts/gateway-responses';
import type { GatewayResponse, GatewayResponseType } from '../../facts/gateway-responses';
import type { ErrorBody } from '../error-body';
import { renderAnswer } from './answers';
import type { Text } from './answers';

/** What callers read of errors that are not theirs: nothing about the inside. */
const SERVER_DETAILS: Partial<Record<GatewayResponseType, string>> = {
  INTEGRATION_FAILURE: 'The service is not available',
  INTEGRATION_TIMEOUT: 'The service did not answer in time',
};
const SERVER_DETAIL = 'The request could not be completed';

/** Already a quoted JSON string, so that quotes in it can't break the body. Not a template: API Gateway only replaces names here. */
const MESSAGE: Text = { filledIn: '$context.error.messageString' };
/** A word of capitals and underscores. */
const TYPE: Text = { filledIn: '"$context.error.responseType"' };

/** Every type of answer that API Gateway gives by itself. */
export const GATEWAY_RESPONSE_TYPES: GatewayResponseType[] = GATEWAY_RESPONSES.map(fact => fact.type);

/** The status that an answer is given with unless changed; none for the fallbacks. */
export function defaultStatus(type: GatewayResponseType): number | undefined {
  return factOf(type).defaultStatus;
}

/** The body of one type of answer. */
export function renderGatewayAnswer(body: ErrorBody, type: GatewayResponseType, status: number | undefined): string {
  const isClients = type === 'DEFAULT_4XX' || (defaultStatus(type) ?? 500) < 500;
  return renderAnswer(body, {
    code: factOf(type).defaultStatus === undefined ? TYPE : type,
    status,
    title: status === undefined ? (isClients ? 'Client Error' : 'Server Error') : undefined,
    detail: isClients ? MESSAGE : SERVER_DETAILS[type] ?? SERVER_DETAIL,
  });
}

function factOf(type: GatewayResponseType): GatewayResponse {
  return GATEWAY_RESPONSES.find(fact => fact.type === type)!;
}
