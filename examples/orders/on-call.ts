import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface OnCallProps {
  readonly email: string;
  readonly encryptionKey: kms.IKey;
}

/**
 * Who hears of alarms.
 *
 * A topic policy of one's own replaces the default one, which is what lets the alarms of the account in, and the key of an encrypted
 * topic must let them in too. Without both, alarms go off and nobody hears.
 */
export class OnCall extends Construct {
  public readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, props: OnCallProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { displayName: 'Orders', masterKey: props.encryptionKey, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(props.email));
    this.topic.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }));
  }
}
