import { createHash } from 'crypto';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import type { JsonSchema } from './json-schema';
import { restApiOwner } from './rest-api-parts';
import { existOnlyWith } from '../../private/condition';

/** What all error bodies of an API look like. */
export interface ErrorShape {
  readonly contentType: string;
  readonly schema: JsonSchema;
}

/** The name of the model of error bodies of this shape: one per API, for its SDKs and documentation. API Gateway checks no answer against it. */
export function errorModel(api: apigateway.CfnRestApi, { contentType, schema }: ErrorShape): string {
  const scope = restApiOwner(api) ?? api;
  const id = `ErrorBody${createHash('sha256').update(JSON.stringify([contentType, schema])).digest('hex').slice(0, 8)}`;
  const existing = scope.node.tryFindChild(id)?.node.findAll().find(apigateway.CfnModel.isCfnModel);
  if (existing) return existing.ref;
  const props = { restApiId: api.ref, contentType, schema: { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Error', ...schema } };
  const model = scope === api ? new apigateway.CfnModel(api, id, props) : new apigateway.CfnModel(new Construct(scope, id), 'Resource', props);
  existOnlyWith(model, api);
  return model.ref;
}
