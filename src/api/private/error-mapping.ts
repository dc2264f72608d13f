import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { exampleBody, validateBody } from './answers';
import { corsHeaders } from './cors';
import type { Cors, StaticHeaders } from './cors';
import type { ErrorShape } from './error-model';
import { UNKNOWN, errorOutcomes, successTemplate } from './error-outcomes';
import type { ErrorOutcome } from './error-outcomes';
import { schemaOf } from './json-schema';
import { headerParameter } from './method-responses';
import type { MethodAnswer } from './method-responses';
import type { ErrorCatalog } from '../../catalog/error-catalog';
import { ValidationError } from '../../private/errors';
import { ErrorBody } from '../error-body';

/** What decides about the answers of a method. */
export interface ErrorMappingOptions {
  readonly catalog: ErrorCatalog;
  readonly errorBody?: ErrorBody;
  readonly successStatus?: number;
  readonly successTemplates?: { [contentType: string]: string };
}

/** One answer of a method: the response of the integration, and what the method must declare for it. */
export interface MappedAnswer extends MethodAnswer {
  readonly response: apigateway.IntegrationResponse;
}

/** What a method without proxy answers to every error of its function, and to a success. */
export class ErrorMapping {
  /** What the body of every error looks like. */
  public readonly shape: ErrorShape;
  private readonly errorBody: ErrorBody;
  private readonly outcomes: ErrorOutcome[];

  /** Fails with `ErrorBodyNotJson` or `SuccessStatusInvalid`. */
  constructor(private readonly options: ErrorMappingOptions) {
    this.errorBody = options.errorBody ?? ErrorBody.problemDetails();
    validateBody(this.errorBody);
    validateSuccessStatus(options.successStatus);
    this.shape = { contentType: this.errorBody.contentType, schema: schemaOf(exampleBody(this.errorBody, UNKNOWN)) };
    this.outcomes = errorOutcomes(options.catalog.definitions, this.errorBody);
  }

  /** The answers, the one to a success first. */
  public answers(cors: Cors | undefined): MappedAnswer[] {
    return [this.success(cors), ...this.outcomes.map(outcome => this.failure(outcome, cors))];
  }

  private success(cors: Cors | undefined): MappedAnswer {
    return mapped(`${this.options.successStatus ?? 200}`, {
      responseTemplates: this.options.successTemplates ?? { 'application/json': successTemplate(this.errorBody) },
    }, corsHeaders(cors, {}));
  }

  private failure(outcome: ErrorOutcome, cors: Cors | undefined): MappedAnswer {
    const sent: StaticHeaders = {
      ...this.errorBody.contentType !== 'application/json' && { 'Content-Type': `'${this.errorBody.contentType}'` },
      ...outcome.retryAfter !== undefined && { 'Retry-After': `'${outcome.retryAfter}'` },
    };
    const overridden: StaticHeaders = outcome.varies ? { 'Retry-After': '' } : {};
    return mapped(`${outcome.status}`, {
      selectionPattern: outcome.selectionPattern,
      responseTemplates: { 'application/json': outcome.template },
    }, { ...sent, ...corsHeaders(cors, { ...sent, ...overridden }) }, Object.keys(overridden));
  }
}

function mapped(statusCode: string, rest: Partial<apigateway.IntegrationResponse>, headers: StaticHeaders, overridden: string[] = []): MappedAnswer {
  const parameters = Object.fromEntries(Object.entries(headers).map(([name, value]) => [headerParameter(name), value]));
  const names = Object.keys(headers);
  return {
    status: statusCode,
    response: { statusCode, ...rest, ...names.length > 0 && { responseParameters: parameters } },
    headers: [...names, ...overridden],
  };
}

function validateSuccessStatus(status: number | undefined): void {
  if (status === undefined || (Number.isInteger(status) && status >= 200 && status <= 299)) return;
  throw new ValidationError('SuccessStatusInvalid', `successStatus must be 200 to 299, got ${status}; errors have their statuses in the catalogue`);
}
