import { Lazy } from 'aws-cdk-lib';
import type { IResolveContext } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** A status, and the headers and body that a method can answer with. */
export interface MethodAnswer {
  readonly status: string;
  readonly headers: string[];
  /** The names of the models of its body, by media type. */
  readonly models?: Record<string, string>;
}

const HEADER = 'method.response.header.';

export function headerParameter(name: string): string {
  return `${HEADER}${name}`;
}

/** Completes the method responses of an L1. */
export function declareAnswers(method: apigateway.CfnMethod, answers: (context: IResolveContext) => MethodAnswer[]): void {
  const declared = method.methodResponses;
  method.methodResponses = Lazy.uncachedAny({
    produce: context => completed(context.resolve(declared) ?? [], answers(context)),
  });
}

function completed(declared: apigateway.CfnMethod.MethodResponseProperty[], answers: MethodAnswer[]) {
  const others = answers.filter(answer => !declared.some(response => response.statusCode === answer.status));
  return [
    ...declared.map(response => withAnswer(response, answers.find(answer => answer.status === response.statusCode))),
    ...others.map(answer => withAnswer({ statusCode: answer.status }, answer)),
  ];
}

function withAnswer(response: apigateway.CfnMethod.MethodResponseProperty, answer?: MethodAnswer) {
  const parameters: Record<string, boolean> = { ...response.responseParameters as Record<string, boolean> };
  const names = new Set(Object.keys(parameters).map(name => name.toLowerCase()));
  for (const name of (answer?.headers ?? []).map(headerParameter)) {
    if (!names.has(name.toLowerCase())) parameters[name] = true;
  }
  const responseModels = response.responseModels ?? answer?.models;
  return { ...response, ...responseModels && { responseModels }, ...Object.keys(parameters).length > 0 && { responseParameters: parameters } };
}
