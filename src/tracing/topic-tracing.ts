import { Mixin } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { isImported } from '../private/imported';
import { isUnknown } from '../private/settings';
import { warn } from '../private/warnings';
import { TopicTracingPolicy } from './private/topic-tracing-policy';

/** Properties of the mixin `TopicTracing`. */
export interface TopicTracingProps {
  /**
   * Whether SNS is allowed to write traces of the topic, in one resource policy of X-Ray for all topics of the stack. An account may have five
   * such policies: with more stacks than that, allow it once for all topics outside of them, and say `false`.
   *
   * @default true
   * @see https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html
   */
  readonly addResourcePolicy?: boolean;
}

/**
 * Traces the deliveries of an SNS topic, standard or FIFO, with X-Ray: of messages that a traced client or service published. SNS passes their trace on
 * to its subscribers without it too.
 *
 * Completes `TracingConfig`; fails if another mode is set, with `TopicTracingConflict`. Adds the topic to the resource policy of the stack. On
 * an imported topic it is a warning.
 *
 * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sns.html
 */
export class TopicTracing extends Mixin {
  constructor(private readonly props: TopicTracingProps = {}) {
    super();
  }

  /** Whether the construct is the L1 of a topic, or an imported topic. */
  public supports(construct: IConstruct): boolean {
    return sns.CfnTopic.isCfnTopic(construct) || isImported(construct, 'topicRef', 'topicArn');
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
    if (!sns.CfnTopic.isCfnTopic(construct)) {
      warn(construct, 'TopicTracing.importedTopic', 'This topic is imported, so its settings can\'t be changed from here: turn on tracing where it is defined.');
      return;
    }
    const isDecided = completeSetting(construct, {
      mixin: 'TopicTracing',
      option: 'TracingConfig',
      path: ['TracingConfig'],
      value: sns.TracingConfig.ACTIVE,
      conflict: 'TopicTracingConflict',
      unknown: 'TopicTracing.unknownSetting',
    }, refuse);
    if (!isDecided && !isUnknown(construct, 'TracingConfig')) return;
    if (this.props.addResourcePolicy ?? true) TopicTracingPolicy.in(construct.stack).add(construct);
  }
}
