import { Lazy } from 'aws-cdk-lib';
import type { IResolveContext } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** A status and the headers that a method can answer with. */
export interface MethodAnswer {
  readonly status: string;
  readonly headers: string[];
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
    ...declared.map(response => withHeaders(response, answers.find(answer => answer.status === response.statusCode)?.headers ?? [])),
    ...others.map(answer => withHeaders({ statusCode: answer.status }, answer.headers)),
  ];
}

function withHeaders(response: apigateway.CfnMethod.MethodResponseProperty, headers: string[]) {
  const parameters: Record<string, boolean> = { ...response.responseParameters as Record<string, boolean> };
  const names = new Set(Object.keys(parameters).map(name => name.toLowerCase()));
  for (const name of headers.map(headerParameter)) {
    if (!names.has(name.toLowerCase())) parameters[name] = true;
  }
  return { ...response, ...Object.keys(parameters).length > 0 && { responseParameters: parameters } };
}
