import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { Deployment } from './deployment';
import { functionTargetsOf, NO_QUALIFIER, targetsOf, type Qualifier, type Resource } from '../../analysis';
import { ValidationError } from '../../private/errors';

const FUNCTION = 'AWS::Lambda::Function';

/** A function as a test names it. */
export interface Subject {
  readonly fn: Resource;
  readonly qualifier: Qualifier;
}

/** A place or a topic as a test names it. */
export interface Place {
  readonly resource?: Resource;
  /** The ARN, if it is in no template. */
  readonly text?: string;
  /** For messages. */
  readonly name: string;
}

/** The function of a reference: of an alias or a version, with it. */
export function subjectOf(deployment: Deployment, fn: lambda.IFunctionRef): Subject {
  const [found] = functionTargetsOf(deployment.written(fn, fn.functionRef.functionArn));
  if (found) return found;
  throw new ValidationError('FunctionNotTested', `${fn.node.path} is in none of the templates: nothing is known of an imported function. Give a function that the app makes`);
}

/** The function that a logical id, or the beginning of one, means. */
export function subjectNamed(deployment: Deployment, id: string): Subject {
  return { fn: deployment.named(id, 'function', FUNCTION), qualifier: NO_QUALIFIER };
}

/** What an ARN leads to. */
export function placeOf(deployment: Deployment, reference: IConstruct, arn: string): Place {
  const property = deployment.written(reference, arn);
  const [target] = targetsOf(property.value(), property.template);
  if (target?.kind === 'resource') return { resource: target.resource, name: String(target.resource) };
  if (target?.kind === 'outside') return { text: target.text, name: target.text };
  throw new ValidationError('PlaceNotKnown', `the ARN of ${reference.node.path} is not known before the deployment: give a construct of the app, or one that was imported by its ARN`);
}

/** The resource that a logical id, or the beginning of one, means. */
export function placeNamed(deployment: Deployment, id: string, what: string, ...types: readonly string[]): Place {
  const resource = deployment.named(id, what, ...types);
  return { resource, name: String(resource) };
}
