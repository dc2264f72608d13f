import { Mixin } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import type { ErrorBody } from './error-body';
import type { ErrorCatalog } from '../catalog/error-catalog';
import { settingOf } from '../private/settings';
import { warn } from '../private/warnings';
import { validateOrigin } from './private/cors';
import { ErrorMapping } from './private/error-mapping';
import { checkIntegrations } from './private/integration-checks';
import { integrationKind } from './private/lambda-integration';
import { MappedMethod } from './private/mapped-method';
import { redeployOn } from './private/redeployment';
import { restApiOf } from './private/rest-api-parts';

/** Properties of the mixin `MethodErrorMapping`. */
export interface MethodErrorMappingProps {
  /** The errors that the functions report. */
  readonly catalog: ErrorCatalog;

  /**
   * The shape of all error bodies. Give the same to `RestApiErrorResponses`.
   *
   * @default ErrorBody.problemDetails()
   */
  readonly errorBody?: ErrorBody;

  /**
   * The origin whose pages may read the answers, or `*`.
   *
   * Fails with `CorsOriginInvalid` when it is none, with `CorsOriginNotAllowed` when the resource allows others only, and with
   * `CorsOriginAmbiguous` when it is left out and the resource allows several.
   *
   * @default - the origin that `defaultCorsPreflightOptions` or the OPTIONS method of the resource allow; no CORS headers without them
   */
  readonly corsAllowOrigin?: string;

  /**
   * The HTTP status of a success of a method that has no response for it yet: 200 to 299.
   *
   * Fails with `SuccessStatusInvalid`.
   *
   * @default 200
   */
  readonly successStatus?: number;
}

/**
 * Gives the callers of methods that call Lambda without proxy the status, headers and body of the catalogue for every error of the function.
 * It is what `ErrorMappedLambdaIntegration` does, for methods that exist: what the function gets stays as it is.
 *
 * Completes the integration responses and method responses of the method: the response to a success stays and gets CORS headers, and, where
 * it has no template, the one that tells errors without a message from successes. Fails if another response has a `selectionPattern`, or
 * differs from what the catalogue asks for, with `MethodErrorMappingConflict`.
 *
 * The API is deployed anew whenever the answers change. Where it has no `Deployment` construct, the warning
 * `MethodErrorMapping.deploymentUnchanged` names the `AWS::ApiGateway::Deployment`. Methods that call Lambda through its proxy get the
 * warning `MethodErrorMapping.proxyMethod`, because API Gateway maps nothing there; those that call something else are left alone.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html
 */
export class MethodErrorMapping extends Mixin {
  private readonly mapping: ErrorMapping;
  private readonly corsAllowOrigin?: string;

  constructor(props: MethodErrorMappingProps) {
    super();
    validateOrigin(props.corsAllowOrigin);
    this.mapping = new ErrorMapping(props);
    this.corsAllowOrigin = props.corsAllowOrigin;
  }

  /** Whether the construct is the L1 of a method. */
  public supports(construct: IConstruct): construct is apigateway.CfnMethod {
    return apigateway.CfnMethod.isCfnMethod(construct);
  }

  /** Completes the responses of a method. */
  public applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) return;
    const kind = integrationKind(construct);
    if (kind === 'lambda-proxy') {
      warn(construct, 'MethodErrorMapping.proxyMethod', 'This method calls Lambda through its proxy, where the function alone decides what callers get and API Gateway maps nothing: answer errors in the handler, or use an integration without proxy.');
    }
    if (kind === 'unknown') warnOfUnknown(construct, 'What this method calls');
    if (kind === 'lambda') this.complete(construct);
  }

  private complete(method: apigateway.CfnMethod): void {
    const mapped = new MappedMethod(method, this.mapping, this.corsAllowOrigin);
    if (mapped.isUnknown) {
      warnOfUnknown(method, 'What this method answers');
      return;
    }
    mapped.complete();
    redeploy(method);
  }
}

function warnOfUnknown(method: apigateway.CfnMethod, what: string): void {
  warn(method, 'MethodErrorMapping.unknownSetting', `${what} depends on a value that is known at deployment only, and was left as it is.`);
}

function redeploy(method: apigateway.CfnMethod): void {
  const api = restApiOf(method);
  if (!api) {
    warn(method, 'MethodErrorMapping.deploymentUnchanged', 'The answers of this method take effect with a new deployment, but its API is defined elsewhere: deploy the API whenever they change.');
    return;
  }
  checkIntegrations(api);
  redeployOn(api, {
    what: 'The answers of methods',
    key: method.node.path,
    resources: [],
    content: () => [settingOf(method, 'Integration', 'IntegrationResponses'), method.methodResponses],
    warning: 'MethodErrorMapping.deploymentUnchanged',
  });
}
