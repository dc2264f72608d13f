import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ORDER_ERRORS } from './error-catalog';
import { ErrorMappedLambdaIntegration, mixins, RestApiAlarms } from 'cdk-lambda-error-handling';

const { STRING, INTEGER, ARRAY, OBJECT } = apigateway.JsonSchemaType;

/** Enough to keep out what is no order at all: what makes an order a valid one is for the service to say. */
const ORDER_SCHEMA: apigateway.JsonSchema = {
  type: OBJECT,
  required: ['customer', 'items'],
  properties: {
    customer: { type: STRING },
    items: {
      type: ARRAY,
      items: { type: OBJECT, required: ['sku', 'quantity'], properties: { sku: { type: STRING }, quantity: { type: INTEGER } } },
    },
  },
};

export interface OrdersApiProps {
  readonly handler: lambda.IFunction;
}

/** `GET /orders/{id}` and `POST /orders`, for callers that sign their requests. */
export class OrdersApi extends Construct {
  public readonly api: apigateway.RestApi;

  constructor(scope: Construct, id: string, props: OrdersApiProps) {
    super(scope, id);
    this.api = new apigateway.RestApi(this, 'Api', {
      restApiName: 'orders',
      cloudWatchRole: false, // one per account and region, so not for a service to set
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
    });
    this.api.with(
      new mixins.RestApiErrorResponses(),
      new mixins.StageErrorLogging({ accountHasLogRole: true, throttlingRateLimit: 100, throttlingBurstLimit: 200 }),
      new mixins.StageTracing(),
    );
    // A single 503 of a busy stock is nothing to wake anybody for: many of them are.
    RestApiAlarms.fromRestApi(this.api).recommended({ serverErrors: { enabled: false } });
    this.addMethods(props.handler);
  }

  private addMethods(handler: lambda.IFunction): void {
    const settings = { catalog: ORDER_ERRORS, allowTestInvoke: false };
    const requestValidator = this.api.addRequestValidator('Validator', { validateRequestBody: true, validateRequestParameters: true });
    const order = this.api.addModel('Order', { contentType: 'application/json', schema: ORDER_SCHEMA });
    const orders = this.api.root.addResource('orders');
    orders.addMethod('POST', new ErrorMappedLambdaIntegration(handler, { ...settings, successStatus: 201 }), {
      requestValidator,
      requestModels: { 'application/json': order },
    });
    orders.addResource('{id}').addMethod('GET', new ErrorMappedLambdaIntegration(handler, settings), {
      requestValidator,
      requestParameters: { 'method.request.path.id': true },
    });
  }
}
