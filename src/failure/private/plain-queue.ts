import { RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Properties of a `PlainQueue`, as those of `sqs.Queue`. */
export interface PlainQueueProps {
  readonly queueName?: string;
  readonly encryptionMasterKey?: kms.IKey;
  /** In seconds. */
  readonly retentionPeriod: number;
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * What `sqs.Queue` makes of a standard queue that is encrypted and reached over TLS only: the same resources at the same paths, in half of
 * the time, because the policy is no document to be resolved again and again until somebody adds to it.
 */
export class PlainQueue extends sqs.QueueBase {
  public readonly queueArn: string;
  public readonly queueUrl: string;
  public readonly encryptionMasterKey?: kms.IKey;
  public readonly encryptionType: sqs.QueueEncryption;
  public readonly fifo = false;
  protected readonly autoCreatePolicy = false;

  private readonly resource: sqs.CfnQueue;
  private readonly resourcePolicy: sqs.CfnQueuePolicy;
  private document?: iam.PolicyDocument;

  constructor(scope: Construct, id: string, props: PlainQueueProps) {
    super(scope, id, { physicalName: props.queueName });
    const key = props.encryptionMasterKey;
    const queue = new sqs.CfnQueue(this, 'Resource', {
      queueName: props.queueName && this.physicalName,
      kmsMasterKeyId: key?.keyArn,
      sqsManagedSseEnabled: key ? undefined : true,
      messageRetentionPeriod: props.retentionPeriod,
    });
    this.resource = queue;
    queue.applyRemovalPolicy(props.removalPolicy ?? RemovalPolicy.DESTROY);
    this.queueUrl = queue.ref;
    this.queueArn = this.getResourceArnAttribute(queue.attrArn, { service: 'sqs', resource: this.physicalName });
    this.encryptionMasterKey = key;
    this.encryptionType = key ? sqs.QueueEncryption.KMS : sqs.QueueEncryption.SQS_MANAGED;
    this.resourcePolicy = new sqs.CfnQueuePolicy(new Construct(this, 'Policy'), 'Resource', {
      queues: [queue.ref], policyDocument: tlsOnly(queue.attrArn),
    });
  }

  public get queueName(): string {
    return this.getResourceNameAttribute(this.resource.attrQueueName);
  }

  public addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    this.document ??= this.openPolicy();
    this.document.addStatements(statement);
    return { statementAdded: true, policyDependable: this.resourcePolicy };
  }

  /** Makes the policy a document that takes statements, with what it says by now. */
  private openPolicy(): iam.PolicyDocument {
    const document = iam.PolicyDocument.fromJson(this.resourcePolicy.policyDocument);
    this.resourcePolicy.policyDocument = document;
    this.node.addValidation({ validate: () => document.validateForResourcePolicy() });
    return document;
  }
}

/** Refuses what comes without TLS, spelled as CDK spells it. */
function tlsOnly(queueArn: string): object {
  return {
    Statement: [{
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: queueArn,
    }],
    Version: '2012-10-17',
  };
}
