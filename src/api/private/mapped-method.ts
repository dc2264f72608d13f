import { Lazy, Stack, Token } from 'aws-cdk-lib';
import type { IResolveContext } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { corsOf, preflightOf } from './cors';
import type { Cors } from './cors';
import type { ErrorMapping, MappedAnswer } from './error-mapping';
import { errorModel } from './error-model';
import { areUnknown, completedResponses, successStatus } from './integration-responses';
import { declareAnswers } from './method-responses';
import type { MethodAnswer } from './method-responses';
import { preflightBeside } from './options-methods';
import { restApiOf } from './rest-api-parts';
import { ownerOf, overridesOf } from '../../private/owner';
import { putSetting, settingOf, valueAt } from '../../private/settings';

const PATH = ['Integration', 'IntegrationResponses'];

/** A method whose answers are completed whenever the template is written, so that what is declared later counts too. */
export class MappedMethod {
  /** Whether only the deployment knows what the method answers. */
  public readonly isUnknown: boolean;
  private readonly declared: unknown;

  constructor(private readonly method: apigateway.CfnMethod, private readonly mapping: ErrorMapping, private readonly allowOrigin?: string) {
    this.declared = settingOf(method, ...PATH);
    this.isUnknown = areUnknown(Stack.of(method).resolve(this.declared));
  }

  /** Fails at once where it would fail when the template is written. */
  public complete(): void {
    const { method } = this;
    const isRaw = Token.isUnresolved(method.integration) || valueAt(method, overridesOf(method), PATH).found;
    this.responses(Stack.of(method).resolve(this.declared), isRaw);
    const rendered = Lazy.uncachedAny({ produce: context => this.responses(context.resolve(this.declared), isRaw) });
    putSetting(method, rendered, ...PATH);
    const api = restApiOf(method);
    const models = api && { [this.mapping.shape.contentType]: errorModel(api, this.mapping.shape) };
    declareAnswers(method, context => this.declaredAnswers(context, models));
  }

  private responses(declared: any, isRaw: boolean): unknown {
    return completedResponses(this.method, declared ?? [], this.answers(), isRaw);
  }

  private declaredAnswers(context: IResolveContext, models: MethodAnswer['models']): MethodAnswer[] {
    const [success, ...failures] = this.answers();
    const status = successStatus(context.resolve(this.declared) as any ?? [], [success]);
    return [{ status, headers: success.headers }, ...failures.map(failure => ({ ...failure, models }))];
  }

  private answers(): MappedAnswer[] {
    return this.mapping.answers(corsOfMethod(this.method, this.allowOrigin));
  }
}

/** Whom browsers let read the answers of a method. */
function corsOfMethod(method: apigateway.CfnMethod, allowOrigin: string | undefined): Cors | undefined {
  const owner = ownerOf(method);
  const api = restApiOf(method);
  const settings = owner instanceof apigateway.Method ? owner.resource.defaultCorsPreflightOptions : undefined;
  return corsOf({ preflight: preflightOf(settings) ?? (api && preflightBeside(method, api)), allowOrigin }, method);
}
