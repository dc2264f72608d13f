import { flawsOf, silencesOf, type Alarm } from './alarm';
import { all, some, type Certainty } from './certainty';
import { Hearers } from './hearers';
import { watchesOf, type Watch } from './watch';
import { METRICS, type Metric, type MetricId } from '../../facts/metrics';
import type { Assembly } from '../template/assembly';
import { namePropertyOf } from '../template/names';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';
import type { Template } from '../template/template';
import { partsOf, type Single } from '../template/value';

/** What an alarm must be about: for each dimension of the metric a resource, or the text of its name. */
export type Watched = Readonly<Record<string, Resource | string | undefined>>;

const ALARM = 'AWS::CloudWatch::Alarm';
/** Dimensions that say where a resource is, where it is not in the usual place. */
const MORE_DIMENSIONS = ['EventBusName'];
/** Metrics of Lambda without dimensions are those of all functions together. */
const WHOLE_ACCOUNT = 'AWS/Lambda';

/** The alarms of the templates, by what they are about. */
export class Alarms {
  public readonly hearers: Hearers;
  /** By metric, then by what the dimensions name. */
  private readonly watches = new Map<string, Map<Resource | string, Watch[]>>();

  constructor(assembly: Assembly) {
    this.hearers = new Hearers(assembly);
    for (const watch of assembly.ofType(ALARM).flatMap(watchesOf)) this.add(watch);
  }

  /** The alarms on a metric of a resource. */
  public on(id: MetricId, watched: Watched): readonly Alarm[] {
    const metric: Metric = METRICS[id];
    const byKey = this.watches.get(`${metric.namespace} ${metric.name}`);
    if (!byKey) return [];
    const keys = [...Object.values(watched).flatMap(keysFor), ANY];
    const found = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    return [...found].flatMap((watch) => {
      const isAbout = aboutness(watch, metric, watched);
      return isAbout === 'no' ? [] : [this.alarmOf(watch, metric, isAbout)];
    });
  }

  private alarmOf({ alarm, statistic }: Watch, metric: Metric, isAbout: Certainty): Alarm {
    const heardBy = this.hearers.of(alarm);
    const silences = silencesOf(alarm, statistic, metric);
    return { resource: alarm, isAbout, heardBy, rings: heardBy.length > 0 && silences.length === 0, flaws: [...silences, ...flawsOf(alarm, metric)] };
  }

  private add(watch: Watch): void {
    const metric = `${watch.namespace} ${watch.metric}`;
    const byKey = this.watches.get(metric) ?? new Map<Resource | string, Watch[]>();
    this.watches.set(metric, byKey);
    for (const key of new Set(keysOf(watch))) {
      const watches = byKey.get(key);
      if (watches) watches.push(watch);
      else byKey.set(key, [watch]);
    }
  }
}

/** Stands for whatever may be meant. */
const ANY = '*';

/** A resource is meant by reference, or by a name that its template spells out. */
function keysFor(wanted: Resource | string | undefined): (Resource | string)[] {
  if (wanted === undefined || typeof wanted === 'string') return wanted === undefined ? [] : [wanted];
  const property = namePropertyOf(wanted.type);
  const name = property === undefined ? undefined : wanted.get(property).text();
  return name === undefined ? [wanted] : [wanted, name];
}

function keysOf({ dimensions, isQuery, isOpen }: Watch): (Resource | string)[] {
  if (isQuery || isOpen || dimensions.length === 0) return [ANY];
  return dimensions.flatMap(({ value }) => value.possibilities().flatMap(({ value: single }): (Resource | string)[] => {
    const parts = partsOf(single);
    const references = parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : []));
    const isUnknown = parts.some((part) => typeof part !== 'string' && part.kind === 'unknown' && part.pseudo === undefined);
    const named = single.kind === 'known' ? [String(single.value)] : [];
    return [...references, ...named, ...(isUnknown ? [ANY] : [])];
  }));
}

/** Whether an alarm looks at the metric of the very resource. */
function aboutness({ namespace, dimensions, isQuery, isOpen, alarm }: Watch, metric: Metric, watched: Watched): Certainty {
  const isSure = !isOpen && existsWith(alarm, watched);
  if (isQuery) return isSure ? 'yes' : 'unknown';
  if (dimensions.length === 0 && !isOpen) return namespace !== WHOLE_ACCOUNT ? 'no' : isSure ? 'yes' : 'unknown';
  const names = dimensions.map(({ name }) => name).filter((name) => !MORE_DIMENSIONS.includes(name));
  // Many metrics come with some of their dimensions too, and are then those of more than one resource.
  if (!isOpen && !names.every((name) => metric.dimensions.includes(name))) return 'no';
  const parts = dimensions.filter(({ name }) => name in watched).map(({ name, value }) => isMeant(value, watched[name]));
  const certainty = all(parts);
  return certainty === 'yes' && !isSure ? 'unknown' : certainty;
}

function existsWith(alarm: Resource, watched: Watched): boolean {
  return alarm.isSureToExist() || Object.values(watched).some((resource) =>
    typeof resource === 'object' && resource.template === alarm.template && alarm.isSureToExist(resource.given));
}

function isMeant(dimension: Property, wanted: Resource | string | undefined): Certainty {
  if (wanted === undefined) return 'unknown';
  return some(dimension.possibilities().map(({ value, when }) => {
    const certainty = typeof wanted === 'string' ? isName(value, wanted) : isResource(value, wanted, dimension.template);
    return certainty === 'yes' && when.length > 0 ? 'unknown' : certainty;
  }));
}

function isName(value: Single, wanted: string): Certainty {
  if (value.kind === 'known') return String(value.value) === wanted ? 'yes' : 'no';
  return value.kind === 'reference' ? 'no' : 'unknown';
}

/** A name that is spelled out means the resource of that name, and none whose name the deployment makes. */
function isResource(value: Single, wanted: Resource, template: Template): Certainty {
  if (value.kind === 'known') return targetsOf(value, template, [wanted.type]).some((target) => target.kind === 'resource' && target.resource === wanted) ? 'yes' : 'no';
  const parts = partsOf(value);
  const references = parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : []));
  if (references.includes(wanted)) return 'yes';
  return references.length > 0 || value.kind === 'absent' ? 'no' : 'unknown';
}
