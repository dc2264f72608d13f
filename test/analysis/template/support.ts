import { Assembly } from '../../../src/analysis/template/assembly';
import type { Property } from '../../../src/analysis/template/property';
import { targetsOf, type Target } from '../../../src/analysis/template/targets';
import type { Template } from '../../../src/analysis/template/template';
import type { Value } from '../../../src/analysis/template/value';

/** A template with these sections, and a function, a queue and an alias to point at. */
export function templateWith(sections: Record<string, unknown> = {}): Template {
  const Resources = {
    Fn: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders' } },
    Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Fn' }, Name: 'live' } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } },
    ...sections.Resources as object,
  };
  return Assembly.ofTemplate({ ...sections, Resources }).templates[0];
}

/** What is written somewhere, read in such a template. */
export function valueOf(raw: unknown, sections: Record<string, unknown> = {}): Value {
  return templateWith(sections).property(raw).value();
}

/** A value as text: references as `<Id.Attribute>`, what is unknown as `?`. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'known': return `${value.value}${value.assumed === undefined ? '' : ' (assumed)'}`;
    case 'text': return value.parts.map((part) => (typeof part === 'string' ? part : shown(part))).join('');
    case 'reference': return `<${value.resource.id}${value.attribute === undefined ? '' : `.${value.attribute}`}${value.isPart ? '~' : ''}>`;
    case 'unknown': return value.pseudo === undefined ? '?' : `<${value.pseudo}>`;
    case 'choice': return value.options.map((option) => `${option.when.map(({ condition, is }) => `${is ? '' : '!'}${condition}`).join('&')}: ${shown(option.value)}`).join(' | ');
    default: return value.kind;
  }
}

/** What a value points at, as text. */
export function pointsAt(property: Property, ...types: string[]): string[] {
  return targetsOf(property.value(), property.template, types).map(shownTarget);
}

function shownTarget(target: Target): string {
  switch (target.kind) {
    case 'resource': return `${target.resource.id}${target.rest.map((part) => (typeof part === 'string' ? part : shown(part))).join('')}`;
    case 'outside': return `outside ${target.text}`;
    default: return target.kind;
  }
}
