import { Setting } from './setting';
import type { FunctionKind } from '../../facts/function-kinds';
import { LIMITS } from '../../facts/limits';
import { memberOf } from '../template/json';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';

/** What CDK makes for its own custom resources: most of it is named after a hash, or marked. */
const PROVIDER = /(CustomResourceProvider|^CustomResourceHandler|framework-?(onEvent|isComplete|onTimeout))|(LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a|BucketNotificationsHandler050a0587b7544547bf325f094a3db834|AWS679f53fac002430cb0da5b7982bd2287)/i;
/** An unqualified call of a function of a capacity provider runs this. */
const PUBLISHED = '$LATEST.PUBLISHED';

/** What bears on the failures of a function. */
export class LambdaFunction {
  constructor(readonly resource: Resource) {}

  /** In seconds. */
  public get timeout(): Setting {
    return Setting.of(this.resource.get('Timeout'), LIMITS.functionTimeout);
  }

  /** The concurrency reserved. */
  public get reservedConcurrency(): Property {
    return this.resource.get('ReservedConcurrentExecutions');
  }

  public get role(): Property {
    return this.resource.get('Role');
  }

  /** What Lambda treats differently. */
  public get kinds(): readonly FunctionKind[] {
    const marks: readonly [FunctionKind, string][] = [['durable', 'DurableConfig'], ['tenant-isolated', 'TenancyConfig'], ['managed-instances', 'CapacityProviderConfig']];
    return marks.filter(([, property]) => !this.resource.get(property).isAbsent()).map(([kind]) => kind);
  }

  /** What an unqualified call runs. */
  public get unqualified(): string {
    return this.kinds.includes('managed-instances') ? PUBLISHED : '$LATEST';
  }

  /** Whether the CDK made it for itself: the handler of a custom resource, of bucket notifications and their like. */
  public get isProvider(): boolean {
    const path = memberOf(this.resource.metadata, 'aws:cdk:path');
    return memberOf(this.resource.metadata, 'aws:cdk:is-custom-resource-handler-singleton') === true
      || memberOf(this.resource.metadata, 'aws:cdk:is-custom-resource-handler-customResourceProvider') === true
      || PROVIDER.test(typeof path === 'string' ? path : this.resource.id);
  }
}
