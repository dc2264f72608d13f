import { Model, type Assembly } from '../../analysis';

const MODELS = new WeakMap<Assembly, Model>();

/** What is wired in templates: read once for all rules. */
export function modelOf(assembly: Assembly): Model {
  const model = MODELS.get(assembly) ?? new Model(assembly);
  MODELS.set(assembly, model);
  return model;
}
