import { Token } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { fail } from '../../private/complete-setting';
import type { Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';

/** Headers by name, each value as API Gateway wants static values: in single quotes. */
export type StaticHeaders = Readonly<Record<string, string>>;

/** Whom an API or resource answers to, as its preflight answers say. */
export interface Preflight {
  /** Who says so, in words for a message. */
  readonly saidBy: string;
  /** As header values, in single quotes. */
  readonly origins: string[];
  readonly credentials: boolean;
  readonly exposed: string[];
}

/** Whom browsers let read an answer. */
export interface CorsSettings {
  /** What the preflight answers say, if there are any. */
  readonly preflight?: Preflight;
  /** The origin that the user chose, if any. */
  readonly allowOrigin?: string;
}

const ORIGIN = /^(\*|[a-z][a-z0-9+.-]*:\/\/[^\s'"/]+)$/i;

/** Fails with `CorsOriginInvalid` when an origin is none. */
export function validateOrigin(allowOrigin: string | undefined): void {
  if (allowOrigin === undefined || Token.isUnresolved(allowOrigin) || ORIGIN.test(allowOrigin)) return;
  throw new ValidationError('CorsOriginInvalid', `corsAllowOrigin must be '*' or an origin such as 'https://shop.example' without a path, got '${allowOrigin}'`);
}

/** What `defaultCorsPreflightOptions` say. */
export function preflightOf(options: apigateway.CorsOptions | undefined): Preflight | undefined {
  return options && {
    saidBy: 'defaultCorsPreflightOptions',
    origins: options.allowOrigins.map(quoted),
    credentials: options.allowCredentials ?? false,
    exposed: options.exposeHeaders ?? [],
  };
}

/** Whom browsers let read the answers of an API or resource: known once, for all of them. */
export interface Cors {
  /** As a header value, in single quotes. */
  readonly origin: string;
  readonly preflight?: Preflight;
}

/** The CORS headers of an answer that isn't a preflight one; none where the API has no CORS. */
export function corsHeaders(cors: Cors | undefined, sent: StaticHeaders): StaticHeaders {
  if (!cors) return {};
  const { origin, preflight } = cors;
  const exposed = [...new Set([...preflight?.exposed ?? [], ...Object.keys(sent).filter(name => name === 'Retry-After')])];
  return {
    'Access-Control-Allow-Origin': origin,
    ...preflight?.credentials && { 'Access-Control-Allow-Credentials': "'true'" },
    ...exposed.length > 0 && { 'Access-Control-Expose-Headers': quoted(exposed.join(',')) },
  };
}

/**
 * Which origin the answers allow: one, because a template could echo the caller's, but then every origin that asks is allowed.
 *
 * Refuses with `CorsOriginAmbiguous` or `CorsOriginNotAllowed`; the answers then have no CORS headers.
 */
export function corsOf({ preflight, allowOrigin }: CorsSettings, scope: IConstruct, refuse: Refuse = fail): Cors | undefined {
  const allowed = preflight?.origins ?? [];
  if (allowOrigin === undefined) {
    if (allowed.length > 1) {
      refuse(new ValidationError('CorsOriginAmbiguous', `corsAllowOrigin must be set, because ${preflight!.saidBy} allow several origins (${list(allowed)}) and a static answer can name only one; choose one of them`, scope));
    }
    return allowed.length === 1 ? { origin: allowed[0], preflight } : undefined;
  }
  const origin = quoted(allowOrigin);
  const comparable = allowed.length > 0 && !allowed.includes("'*'") && ![origin, ...allowed].some(Token.isUnresolved);
  if (comparable && !allowed.includes(origin)) {
    refuse(new ValidationError('CorsOriginNotAllowed', `corsAllowOrigin is '${allowOrigin}', but ${preflight!.saidBy} allow only ${list(allowed)}; choose one of them`, scope));
    return undefined;
  }
  return { origin, preflight };
}

function quoted(value: string): string {
  return `'${value}'`;
}

function list(values: string[]): string {
  return values.map(value => value.replace(/^'|'$/g, '')).join(', ');
}
