import { Stack, Token, type CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { whereItExists } from './condition';

/** What a service delivers for: a rule, a topic. */
export interface DeliverySource {
  /** Its ARN. */
  readonly arn: string;
  /** All of its kind in its account and region, without a reference to it. */
  readonly anyArn: string;
  /** The resource, if it is in the tree. */
  readonly resource?: CfnResource;
}

/** A service that delivers failures in its own name, not with a role: what it may do stands in the policies of the queue and its key. */
export class DeliveringService extends iam.ServicePrincipal {
  constructor(service: string, private readonly source: DeliverySource, private readonly sid?: string) {
    super(service, { conditions: { ArnEquals: { 'aws:SourceArn': source.arn } } });
  }

  /** Lets the service send to a queue. */
  public queueStatement(queueArn: string, stack: Stack): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: this.sid,
      principals: [new iam.ServicePrincipal(this.service)],
      actions: ['sqs:SendMessage'],
      resources: [queueArn],
      conditions: this.isReferredTo(stack) ? { ArnEquals: { 'aws:SourceArn': this.sourceArn(queueArn) } } : this.anyOfItsKind(),
    });
  }

  /**
   * Lets the service use a key. A reference to the source would be a cycle: source, queue, key. EventBridge gets no condition at all: it
   * doesn't tell KMS whom it delivers for, so that a condition would fail every delivery. AWS says so for topics, and nothing for queues.
   * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
   */
  public keyStatement(actions: string[]): iam.PolicyStatement {
    return new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(this.service)],
      actions,
      resources: ['*'],
      conditions: this.service === 'events.amazonaws.com' ? undefined : this.anyOfItsKind(),
    });
  }

  // Queues are in other stacks than what fails into them: a reference back would make the stacks depend on each other.
  private isReferredTo(stack: Stack): boolean {
    const { resource, arn } = this.source;
    return !Token.isUnresolved(arn) || !resource || resource.stack === stack;
  }

  // Of a source that doesn't exist only the queue is let in, which sends nothing: without the condition everybody would be.
  private sourceArn(queueArn: string): string {
    const { resource, arn } = this.source;
    return resource ? whereItExists(resource, arn, queueArn) : arn;
  }

  private anyOfItsKind(): Record<string, Record<string, string>> {
    const { resource, arn, anyArn } = this.source;
    return { ArnLike: { 'aws:SourceArn': resource ? anyArn : arn } };
  }
}
