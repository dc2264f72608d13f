import { Mixin } from 'aws-cdk-lib';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import type { IConstruct } from 'constructs';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { isImported } from '../private/imported';
import { warn } from '../private/warnings';

/**
 * Traces the requests to a GraphQL API of AppSync with X-Ray: AppSync decides by the sampling rules which ones, and makes the role that it needs by
 * itself.
 *
 * Completes `XrayEnabled`; fails if it is switched off there, with `GraphqlApiTracingConflict`. On an imported API it is a warning.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html
 */
export class GraphqlApiTracing extends Mixin {
  /** Whether the construct is the L1 of a GraphQL API, or an imported one. */
  public supports(construct: IConstruct): boolean {
    return appsync.CfnGraphQLApi.isCfnGraphQLApi(construct) || isImported(construct, 'graphQlApiRef', 'graphQlApiArn');
  }

  /** Turns tracing on. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    if (!appsync.CfnGraphQLApi.isCfnGraphQLApi(construct)) {
      warn(construct, 'GraphqlApiTracing.importedApi', 'This API is imported, so its settings can\'t be changed from here: turn on tracing where it is defined.');
      return;
    }
    completeSetting(construct, {
      mixin: 'GraphqlApiTracing',
      option: 'XrayEnabled',
      path: ['XrayEnabled'],
      value: true,
      conflict: 'GraphqlApiTracingConflict',
      unknown: 'GraphqlApiTracing.unknownSetting',
    }, refuse);
  }
}
