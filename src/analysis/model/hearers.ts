import { Index } from './resource-index';
import type { Assembly } from '../template/assembly';
import { addTo, readOnce } from '../template/once';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';
import { partsOf } from '../template/value';

/** Who hears of an alarm. */
export interface Hearer {
  /** The topic or function, or another alarm that is made of this one. */
  readonly resource?: Resource;
  /** The ARN of what is in no template, or why it is not known. */
  readonly text?: string;
  /** The subscriptions of the topic that are in the templates. */
  readonly subscriptions: readonly Resource[];
  /** The composite alarm between the alarm and whoever hears. */
  readonly through?: Resource;
}

const TOPIC = 'AWS::SNS::Topic';
const ALARM = 'AWS::CloudWatch::Alarm';
const COMPOSITE = 'AWS::CloudWatch::CompositeAlarm';
/** The children in a rule that is spelled out: `ALARM("name")`. */
const CHILD = /ALARM\(\s*["']?([^"')]+?)["']?\s*\)/g;

/** Who hears of the alarms of templates. */
export class Hearers {
  /** Who hears of an alarm, also through alarms that are made of it. */
  public readonly of = readOnce((alarm: Resource) => this.hear(alarm, new Set()));

  private readonly subscriptions: Index;
  private readonly parents = new Map<Resource, Resource[]>();

  constructor(assembly: Assembly) {
    this.subscriptions = new Index(assembly.ofType('AWS::SNS::Subscription'), (subscription) => [subscription.get('TopicArn')], [TOPIC]);
    for (const composite of assembly.ofType(COMPOSITE)) {
      for (const child of childrenOf(composite)) addTo(this.parents, child, composite);
    }
  }

  private hear(alarm: Resource, seen: Set<Resource>): readonly Hearer[] {
    if (seen.has(alarm)) return [];
    seen.add(alarm);
    const own = alarm.get('ActionsEnabled').boolean() === false ? [] : this.actionsOf(alarm);
    const parents = this.parents.get(alarm) ?? [];
    const others = parents.flatMap((composite) => this.hear(composite, seen).map((hearer) => ({ through: composite, ...hearer })));
    return [...own, ...others];
  }

  private actionsOf(alarm: Resource): Hearer[] {
    const { known, others } = alarm.get('AlarmActions').elements();
    const hearers = known.flatMap(({ property }) => targetsOf(property.value(), property.template, [TOPIC]).flatMap((target): Hearer[] => {
      if (target.kind === 'none') return [];
      if (target.kind !== 'resource') return [{ text: target.kind === 'outside' ? target.text : target.reason, subscriptions: [] }];
      return [{ resource: target.resource, subscriptions: this.subscribersOf(target.resource) }];
    }));
    return others === undefined ? hearers : [...hearers, { text: others, subscriptions: [] }];
  }

  private subscribersOf(topic: Resource): readonly Resource[] {
    const isSubscribedInside = topic.get('Subscription').elements().known.length > 0;
    return [...this.subscriptions.of(topic).found, ...(isSubscribedInside ? [topic] : [])];
  }
}

/** The alarms that a composite alarm goes off with. */
function childrenOf(composite: Resource): Resource[] {
  const rule = composite.get('AlarmRule');
  return rule.possibilities().flatMap(({ value }) => {
    const parts = partsOf(value);
    const referred = parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' && (part.resource.type === ALARM || part.resource.type === COMPOSITE) ? [part.resource] : []));
    const named = parts.flatMap((part) => (typeof part === 'string' ? [...part.matchAll(CHILD)].map(([, name]) => name) : []))
      .flatMap((name) => targetsOf({ kind: 'known', value: name }, composite.template, [ALARM, COMPOSITE]).flatMap((target) => (target.kind === 'resource' ? [target.resource] : [])));
    return [...referred, ...named];
  });
}
