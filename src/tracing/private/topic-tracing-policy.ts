import { Aws, Lazy, Names, type Stack } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as xray from 'aws-cdk-lib/aws-xray';
import { Construct } from 'constructs';
import { whereItExists } from '../../private/condition';

const ID = 'TopicTracingPolicy';
/** Stands for a topic that is not made. */
const NO_TOPIC = 'none';

/** The resource policy of X-Ray that lets SNS write traces of topics of a stack: https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sns.html */
export class TopicTracingPolicy extends Construct {
  /** The policy of a stack. */
  public static in(stack: Stack): TopicTracingPolicy {
    return stack.node.tryFindChild(ID) as TopicTracingPolicy | undefined ?? new TopicTracingPolicy(stack);
  }

  private readonly topics = new Map<string, sns.CfnTopic>();

  private constructor(stack: Stack) {
    super(stack, ID);
    new xray.CfnResourcePolicy(this, 'Resource', {
      policyName: Names.uniqueResourceName(this, { maxLength: 128 }),
      policyDocument: Lazy.string({ produce: () => stack.toJsonString(this.document()) }),
    });
  }

  /** Allows SNS to trace a topic of the stack. */
  public add(topic: sns.CfnTopic): void {
    this.topics.set(topic.node.path, topic);
  }

  /** It doesn't depend on which topic came first. */
  private document(): object {
    const topics = [...this.topics].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, topic]) => whereItExists(topic, topic.ref, NO_TOPIC));
    return {
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['xray:PutTraceSegments', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID }, ArnEquals: { 'aws:SourceArn': topics } },
      }],
    };
  }
}
