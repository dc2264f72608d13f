import { placeOf } from './place';
import type { Place } from './report';
import { functionTargetsOf, targetsOf, type Model, type Property, type Resource } from '../../analysis';

/** What the templates have beside the wiring, for whoever operates a function. */
export interface Operations {
  /** Pipes that are stopped, and bring back what a queue keeps. */
  readonly redrives: readonly Place[];
  /** AWS FIS experiments on the function. */
  readonly experiments: readonly Place[];
  /** Schemas that hold shared test events of the Lambda console. */
  readonly testEvents: readonly Place[];
}

const TEST_EVENTS = 'lambda-testevent-schemas';

/** Finds it, whoever wrote it. */
export function operationsOf({ assembly }: Model, fn: Resource, copies: ReadonlySet<Resource>): Operations {
  const pipes = assembly.ofType('AWS::Pipes::Pipe').filter((pipe) => pipe.get('DesiredState').text() === 'STOPPED' && pointsAt(pipe.get('Source'), copies));
  const experiments = assembly.ofType('AWS::FIS::ExperimentTemplate').filter((experiment) => targetsIn(experiment).some((arn) => isOf(arn, fn)));
  const schemas = assembly.ofType('AWS::EventSchemas::Schema')
    .filter((schema) => schema.get('RegistryName').text() === TEST_EVENTS && mentions(schema.get('SchemaName'), fn));
  return { redrives: pipes.map(placeOf), experiments: experiments.map(placeOf), testEvents: schemas.map(placeOf) };
}

function pointsAt(property: Property, resources: ReadonlySet<Resource>): boolean {
  return targetsOf(property.value(), property.template).some((target) => target.kind === 'resource' && resources.has(target.resource));
}

function targetsIn(experiment: Resource): Property[] {
  return experiment.get('Targets').members().flatMap(([, target]) => target.get('ResourceArns').elements().known.map(({ property }) => property));
}

function isOf(arn: Property, fn: Resource): boolean {
  return functionTargetsOf(arn).some((target) => target.fn === fn);
}

/** Whether a name is made of that of the function. */
function mentions(name: Property, fn: Resource): boolean {
  const value = name.value();
  if (value.kind === 'text') return value.parts.some((part) => typeof part !== 'string' && part.kind === 'reference' && part.resource === fn);
  const own = fn.get('FunctionName').text();
  return own !== undefined && name.text() === `_${own}-schema`;
}
