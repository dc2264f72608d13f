import type { Cause } from './cause';
import { gatewayAnswer } from './gateway-response';
import { mappedByStatus } from './http-mapping';
import { mappedAnswer } from './mapped-answer';
import type { FailurePath } from '../paths/failure-path';
import type { Assembly } from '../template/assembly';

/** What whoever called gets. */
export interface Answer {
  /** The HTTP status. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The name of the error, as the caller can match it. */
  readonly error?: string;
  /** What it looks like, where the others don't say it. */
  readonly text?: string;
  /** Why a part of it is not known. */
  readonly unknown?: string;
}

/** A body that the facts spell out. */
const SPELLED_OUT = /^`(\{.*\})`$/;

/** What whoever called gets, by the facts and by what the API does to it. Nothing, if nobody waits. */
export function answerOf(assembly: Assembly, path: FailurePath, error: Cause['error']): Answer | undefined {
  const { trigger: { invoker, by }, outcome: { answer } } = path;
  if (!answer) return undefined;
  const isRest = by.type === 'AWS::ApiGateway::Method' || by.type === 'AWS::ApiGateway::Authorizer' || by.type === 'AWS::ApiGateway::RestApi';
  if (invoker === 'rest-api-mapped' && error) return mappedAnswer(assembly, by, error);
  if (isRest && ['rest-api', 'rest-api-mapped', 'authorizer'].includes(invoker)) return gatewayAnswer(assembly, by, typeOf(path), answer.status ?? 500);
  const own = factAnswer(path, error);
  return by.type === 'AWS::ApiGatewayV2::Integration' && invoker === 'http-api' ? mappedByStatus(by, own) : own;
}

/** The gateway response that a failure leads to: AWS names none for a function error and a refused call, which fall to `DEFAULT_5XX`. */
function typeOf({ trigger: { invoker }, failure }: FailurePath): string {
  const isRefused = failure === 'throttle' || failure === 'missing-permission';
  if (invoker === 'authorizer') return isRefused ? 'AUTHORIZER_CONFIGURATION_ERROR' : 'AUTHORIZER_FAILURE';
  if (failure === 'too-old') return 'INTEGRATION_TIMEOUT';
  return failure === 'throttle' ? 'INTEGRATION_FAILURE' : 'DEFAULT_5XX';
}

function factAnswer({ trigger: { invoker }, outcome: { answer } }: FailurePath, error: Cause['error']): Answer {
  const { status, header, text } = answer!;
  const body = SPELLED_OUT.exec(text ?? '')?.[1];
  const isPayload = invoker === 'sdk' && error !== undefined && header !== undefined;
  const isNamed = (invoker === 'sdk' || invoker === 'step-functions') && error !== undefined;
  return {
    status,
    headers: header === undefined ? {} : { [header]: 'Unhandled' },
    body: isPayload ? JSON.stringify(error) : body,
    error: isNamed ? answer!.error ?? error.errorType : answer!.error,
    text: isPayload || body !== undefined ? undefined : text,
  };
}
