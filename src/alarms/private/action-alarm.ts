import type { RemovalPolicy, ResourceEnvironment, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct, IMixin, Node } from 'constructs';
import type { AnyAlarm } from './alarm-text';

/** An L1 alarm as actions want it. It is no construct of its own, and adds nothing to the tree. */
export class ActionAlarm implements cloudwatch.IAlarm {
  constructor(private readonly alarm: AnyAlarm) {
  }

  public get node(): Node {
    return this.alarm.node;
  }

  public get stack(): Stack {
    return this.alarm.stack;
  }

  public get env(): ResourceEnvironment {
    return this.alarm.env;
  }

  public get alarmArn(): string {
    return this.alarm.attrArn;
  }

  public get alarmName(): string {
    return this.alarm.ref;
  }

  public get alarmRef(): cloudwatch.AlarmReference {
    return { alarmArn: this.alarmArn, alarmName: this.alarmName };
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
