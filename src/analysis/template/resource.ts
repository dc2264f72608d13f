import { Given, type Assumption } from './given';
import { listOf, memberOf, textIn, type JsonObject } from './json';
import { Property } from './property';
import type { Template } from './template';

/** A resource of a template. */
export class Resource {
  /** The type, such as `AWS::Lambda::Function`: empty, if none is written. */
  public readonly type: string;
  /** The condition under which it exists. */
  public readonly condition?: string;
  public readonly metadata: unknown;
  public readonly dependsOn: readonly string[];
  /** What holds wherever it exists. */
  public readonly given: Given;

  private readonly properties: Property;
  /** Places are read by many, and each of them once. */
  private places?: Map<string, Property>;

  constructor(readonly template: Template, readonly id: string, json: JsonObject) {
    this.type = textIn(memberOf(json, 'Type')) ?? '';
    this.condition = textIn(memberOf(json, 'Condition'));
    this.metadata = memberOf(json, 'Metadata');
    this.dependsOn = listOf(memberOf(json, 'DependsOn')).filter((id_) => typeof id_ === 'string');
    this.given = Given.that(template.conditions, ...this.assumptions);
    this.properties = new Property(template, memberOf(json, 'Properties'), this.given);
  }

  /** What must hold for it to exist. */
  public get assumptions(): readonly Assumption[] {
    return this.condition === undefined ? [] : [{ condition: this.condition, is: true }];
  }

  /** The template of the nested stack that it is, if that is among the templates. */
  public get nested(): Template | undefined {
    return this.template.nestedIn(this);
  }

  /** Whether it exists wherever something of its own template does. */
  public isSureToExist(given: Given = Given.NOTHING): boolean {
    return this.condition === undefined || given.implies(this.assumptions) || this.template.isTrue(this.condition);
  }

  /** A property, or a member of it. */
  public get(...path: readonly string[]): Property {
    const key = path.join('\n');
    let place = this.places?.get(key);
    if (place) return place;
    place = this.properties.get(...path);
    // What is not there is asked for more often than what is, and takes no reading.
    if (place.raw !== undefined) (this.places ??= new Map()).set(key, place);
    return place;
  }

  /** As people find it: the id, and the name of the template where there are several. */
  public toString(): string {
    return this.template.name === '' ? this.id : `${this.template.name}/${this.id}`;
  }
}
