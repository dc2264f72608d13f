import type { RemovalPolicy, ResourceEnvironment, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct, IMixin, Node } from 'constructs';

/** An L1 alarm as actions want it. It is no construct of its own, and adds nothing to the tree. */
export class ActionAlarm implements cloudwatch.IAlarm {
  public readonly node: Node;
  public readonly stack: Stack;
  public readonly env: ResourceEnvironment;
  public readonly alarmArn: string;
  public readonly alarmName: string;
  public readonly alarmRef: cloudwatch.AlarmReference;

  constructor(private readonly alarm: cloudwatch.CfnAlarm) {
    this.node = alarm.node;
    this.stack = alarm.stack;
    this.env = alarm.env;
    this.alarmArn = alarm.attrArn;
    this.alarmName = alarm.ref;
    this.alarmRef = alarm.alarmRef;
  }

  public renderAlarmRule(): string {
    return `ALARM("${this.alarmArn}")`;
  }

  public applyRemovalPolicy(policy: RemovalPolicy): void {
    this.alarm.applyRemovalPolicy(policy);
  }

  public with(...mixins: IMixin[]): IConstruct {
    return this.alarm.with(...mixins);
  }
}
