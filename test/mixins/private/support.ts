import type { Stack } from 'aws-cdk-lib';
import { typeOf, type Layer } from '../../../src/mixins/private/layer';
import { Report } from '../../../src/mixins/private/report';

/** Applies layers to all that is in a stack, and gives what they say, without the stack in the paths. */
export function applyLayers(stack: Stack, ...layers: (Layer | false)[]): string[] {
  const report = new Report(false);
  for (const construct of stack.node.findAll()) {
    for (const layer of layers) {
      if (layer && layer.types.includes(typeOf(construct)!)) layer.apply(construct, report.for(construct, layer.name));
    }
  }
  return report.entries.map(({ constructPath, layer, action, message }) => `${constructPath.replace(/^Stack\//, '')} ${layer}: ${action} ${message}`);
}

/** What holds for all layers when nothing is said. */
export const SCOPE = { acknowledgeRules: true, includeProviderFunctions: false };
