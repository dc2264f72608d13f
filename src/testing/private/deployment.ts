import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { stacksAround, templateOf } from './synthesized';
import { Assembly, Given, Model, Property, resourceNamed, type AssemblyTemplate, type Problem, type Resource, type Template } from '../../analysis';
import { ValidationError } from '../../private/errors';

/** What is deployed together, as tests ask about it. */
export class Deployment {
  /** A stack with all others of its stage, to which its references lead. */
  public static ofStack(stack: Stack): Deployment {
    const assembly = Stage.of(stack)!.synth();
    const stacks = stacksAround(stack);
    const templates = stacks.map((each): AssemblyTemplate => ({
      json: templateOf(each, assembly), file: each.templateFile, name: stacks.length > 1 ? each.stackName : '', pseudo: pseudoOf(each),
    }));
    return new Deployment(new Assembly(templates), stacks, (each) => each === stack || parentsOf(each).includes(stack));
  }

  /** A template that stands alone. */
  public static ofTemplate(template: unknown): Deployment {
    const isTemplate = typeof template === 'object' && template !== null && 'Resources' in template;
    if (!isTemplate) throw new ValidationError('TemplateInvalid', 'template is no CloudFormation template: give the parsed object, which has `Resources`');
    return new Deployment(Assembly.ofTemplate(template), [], () => true);
  }

  public readonly model: Model;
  private readonly tested: readonly Template[];

  private constructor(private readonly assembly: Assembly, private readonly stacks: readonly Stack[], isTested: (stack: Stack) => boolean) {
    this.model = new Model(assembly);
    this.tested = stacks.length === 0 ? assembly.templates : assembly.templates.filter((_, i) => isTested(stacks[i]));
  }

  /** Whether the tests are about a resource: one of the stack, or of those nested in it. */
  public isTested(resource: Resource): boolean {
    return this.tested.includes(resource.template);
  }

  /** What a reference stands for, as its stack writes it. */
  public written(reference: IConstruct, value: string): Property {
    const stack = Stack.of(reference);
    const template = this.stacks.length === 0 ? this.assembly.templates[0] : this.assembly.templates[this.stacks.indexOf(stack)];
    if (!template) throw new ValidationError('StackNotTested', `${reference.node.path} is in ${stack.node.path}, which is not in the stage of the stack under test: give a construct of the same stage`);
    return new Property(template, stack.resolve(value), Given.NOTHING);
  }

  /** The one resource that a logical id, or the beginning of one, means. */
  public named(id: string, what: string, ...types: readonly string[]): Resource {
    return orThrow(resourceNamed(this.assembly, id, { what, types, isPreferred: (resource) => this.isTested(resource) }));
  }
}

/** What was found, if it was. */
export function orThrow<T extends object>(found: T | Problem): T {
  if ('problem' in found) throw new ValidationError(found.problem, found.message);
  return found;
}

function parentsOf(stack: Stack): Stack[] {
  const parent = stack.nestedStackParent;
  return parent ? [parent, ...parentsOf(parent)] : [];
}

function pseudoOf({ region, account }: Stack): Record<string, string> {
  const known = { 'AWS::Region': region, 'AWS::AccountId': account };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => !Token.isUnresolved(value)));
}
