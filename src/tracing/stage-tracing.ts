import { Mixin } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { apiKindOf, isStageTarget, stageTarget } from '../private/api-stages';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';

/**
 * Traces the requests to a stage of a REST API with X-Ray: API Gateway decides by the sampling rules which ones, and makes the role that it needs
 * by itself.
 *
 * Without `FunctionTracing` on its functions a trace ends at the gateway: Lambda sends nothing by itself, whatever the caller decided.
 *
 * Completes `TracingEnabled`; fails if tracing is switched off there, with `StageTracingConflict`, and on a stage of an HTTP or WebSocket API,
 * which X-Ray can't trace, with `StageTracingUnsupported`. On an imported stage it is a warning.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enabling-xray.html
 */
export class StageTracing extends Mixin {
  /** Whether the construct is the L1 of a stage, or an imported stage. */
  public supports(construct: IConstruct): boolean {
    return isStageTarget(construct);
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
    const stage = stageTarget(construct, 'StageTracing.importedStage', 'turn on tracing where it is defined.');
    if (!stage) return;
    if (!apigateway.CfnStage.isCfnStage(stage)) {
      refuse(new ValidationError('StageTracingUnsupported',
        `X-Ray traces REST APIs only, and this is a stage of ${apiKindOf(stage) === 'WEBSOCKET' ? 'a WebSocket' : 'an HTTP or WebSocket'} API: leave the mixin out, trace its `
        + 'functions with mixins.FunctionTracing, and find requests in its access log with mixins.StageErrorLogging', stage));
      return;
    }
    completeSetting(stage, {
      mixin: 'StageTracing',
      option: 'TracingEnabled',
      path: ['TracingEnabled'],
      value: true,
      conflict: 'StageTracingConflict',
      unknown: 'StageTracing.unknownSetting',
    }, refuse);
  }
}
