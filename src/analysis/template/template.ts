import { Given } from './given';
import { isObject, listOf, memberOf, membersOf, textIn, type JsonObject } from './json';
import { Property } from './property';
import { Resolver } from './resolver';
import { Resource } from './resource';
import { expandServerless, isServerless } from './serverless';
import { unknown, type Known, type Text, type Value } from './value';

/** What a template knows of the deployment. */
export interface TemplateOptions {
  /** The name in messages. Empty where there is one template only. */
  readonly name?: string;
  /** Values of parameters that are certain. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Values of pseudo parameters that are certain, such as `AWS::Region`. */
  readonly pseudo?: Readonly<Record<string, string>>;
}

/** Where a template stands among others. */
export interface Surroundings {
  /** What the stack around gives for a parameter. */
  argument(template: Template, parameter: string): Written | undefined;
  nestedIn(resource: Resource): Template | undefined;
  exported(name: Known | Text): Written | undefined;
  named(type: string, name: string): Resource | undefined;
}

/** What is written in a template. */
export interface Written {
  readonly template: Template;
  readonly raw: unknown;
}

const MACROS_READ = ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'];
const PARAMETER_STORE = /^AWS::SSM::Parameter::Value/;

/** A CloudFormation template, read from any JSON: what has the wrong shape is as good as absent. */
export class Template {
  /** In the order of the template. */
  public readonly resources: readonly Resource[];
  /** Why there may be resources that are not written here: a transform that is not read. */
  public readonly others?: string;
  public readonly name: string;
  public readonly conditions: unknown;
  public readonly nothingGiven: Given;
  public surroundings?: Surroundings;

  private readonly json: JsonObject;
  private readonly byId: ReadonlyMap<string, Resource>;
  private readonly aliases: ReadonlyMap<string, string>;

  constructor(json: unknown, private readonly options: TemplateOptions = {}) {
    const source: JsonObject = isObject(json) ? json : {};
    const expanded = isServerless(source) ? expandServerless(source) : undefined;
    this.name = options.name ?? '';
    this.json = expanded?.template ?? source;
    this.aliases = expanded?.references ?? new Map();
    this.conditions = memberOf(this.json, 'Conditions');
    this.nothingGiven = Given.that(this.conditions);
    this.resources = membersOf(memberOf(this.json, 'Resources')).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([id, resource]) => new Resource(this, id, resource));
    this.byId = new Map(this.resources.map((resource) => [resource.id, resource]));
    this.others = expanded?.others ?? othersIn(this.json);
  }

  /** The resource of a logical id. */
  public resource(id: string): Resource | undefined {
    return this.byId.get(id) ?? this.byId.get(this.aliases.get(id) ?? '');
  }

  /** The expression of a condition. */
  public condition(name: string): unknown {
    return memberOf(this.conditions, name);
  }

  /** Whether a condition is true for sure. */
  public isTrue(condition: string): boolean {
    return new Resolver(this, this.nothingGiven).truthOf(condition) === true;
  }

  /** What is written in an output. */
  public output(name: string): unknown {
    return memberOf(memberOf(memberOf(this.json, 'Outputs'), name), 'Value');
  }

  /** The outputs that other stacks can import, with the names they are exported by. */
  public exports(): readonly { readonly name: Value; readonly raw: unknown }[] {
    return membersOf(memberOf(this.json, 'Outputs')).flatMap(([, output]) => {
      const name = memberOf(memberOf(output, 'Export'), 'Name');
      return name === undefined ? [] : [{ name: this.property(name).value(), raw: memberOf(output, 'Value') }];
    });
  }

  /** A map of the template. */
  public mapping(name: string): unknown {
    return memberOf(memberOf(this.json, 'Mappings'), name);
  }

  /** What a parameter is, read from where its argument is written. */
  public parameter(name: string, elsewhere: (template: Template, raw: unknown) => Value): Value {
    const certain = memberOf(this.options.parameters, name);
    if (typeof certain === 'string') return { kind: 'known', value: certain };
    const argument = this.surroundings?.argument(this, name);
    if (argument) return elsewhere(argument.template, argument.raw);
    const parameter = memberOf(memberOf(this.json, 'Parameters'), name);
    if (parameter === undefined) return unknown(`there is nothing named ${name}`);
    return this.defaultOf(name, parameter);
  }

  /** What a pseudo parameter is. */
  public pseudo(name: string): Value {
    const value = memberOf(this.options.pseudo, name);
    return typeof value === 'string' ? { kind: 'known', value } : { ...unknown(`${name} is known at the deployment`), pseudo: name };
  }

  /** The template of the nested stack that a resource is. */
  public nestedIn(resource: Resource): Template | undefined {
    return this.surroundings?.nestedIn(resource);
  }

  /** What another stack exports by a name. */
  public imported(name: Known | Text): Written | undefined {
    return this.surroundings?.exported(name);
  }

  /** The resource of a type whose name is spelled out, in this template or one that is deployed with it. */
  public named(type: string, name: string): Resource | undefined {
    return this.surroundings?.named(type, name);
  }

  /** Anything that is written in this template. */
  public property(raw: unknown): Property {
    return new Property(this, raw, this.nothingGiven);
  }

  private defaultOf(name: string, parameter: unknown): Value {
    const type = textIn(memberOf(parameter, 'Type')) ?? '';
    const value = memberOf(parameter, 'Default');
    if (PARAMETER_STORE.test(type)) return unknown(`the parameter ${name} is read from the Parameter Store`);
    if (/List/.test(type) || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) {
      return unknown(`the parameter ${name} is given at the deployment`);
    }
    const allowed = listOf(memberOf(parameter, 'AllowedValues'));
    return allowed.length === 1 ? { kind: 'known', value } : { kind: 'known', value, assumed: `it is the default of the parameter ${name}` };
  }
}

/** Transforms and loops make resources that nobody sees before the deployment. */
function othersIn(json: JsonObject): string | undefined {
  const macro = listOf(memberOf(json, 'Transform')).map((one) => textIn(one) ?? textIn(memberOf(one, 'Name')) ?? 'a macro').find((one) => !MACROS_READ.includes(one));
  if (macro !== undefined) return `the transform ${macro} may change anything`;
  const loop = membersOf(memberOf(json, 'Resources')).find(([id]) => id.startsWith('Fn::'));
  return loop && `${loop[0]} makes resources at the deployment`;
}
