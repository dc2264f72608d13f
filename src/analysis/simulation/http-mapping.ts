import type { Answer } from './answer';
import { REQUEST_ID } from './cause';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';

const STATUS = 'overwrite:statuscode';
const HEADER = /^(append|overwrite|remove):header\.(.+)$/;
const REQUEST = /\$(?:\{context\.requestId\}|context\.requestId\b)/g;

/**
 * What the parameter mapping of an HTTP API makes of an answer. It changes what an integration returned, by its status. Whether it changes what
 * API Gateway answers by itself, as for a function that failed, AWS does not document: then what it would make is told, and is not taken as so.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function mappedByStatus(integration: Resource, answer: Answer): Answer {
  const all = integration.get('ResponseParameters');
  if (all.isAbsent() || answer.status === undefined) return answer;
  if (all.value().kind !== 'structure') return { ...answer, status: undefined, unknown: 'the response parameters of the integration are not known before the deployment' };
  const mapping = all.get(String(answer.status), 'ResponseParameters');
  if (mapping.isAbsent()) return answer;
  const changes = changesIn(mapping);
  const isOther = changes === undefined || changes.status !== undefined;
  const made = changes === undefined ? 'something that is not known before the deployment' : textOf(changes);
  return {
    ...answer,
    status: isOther ? undefined : answer.status,
    unknown: `the response parameters for ${answer.status} make ${made} of what an integration returns: whether of this answer, which is API Gateway's own, is not documented`,
  };
}

interface Changes {
  readonly status?: string;
  readonly headers: readonly string[];
}

/** Nothing, if it is not known. */
function changesIn(mapping: Property): Changes | undefined {
  const { known, others } = mapping.elements();
  const pairs = known.map(({ property }) => [property.get('Destination').text(), property.get('Source').text()] as const);
  if (others !== undefined || pairs.some((pair) => pair.includes(undefined)) || known.some(({ when }) => when.length > 0)) return undefined;
  const written = pairs as readonly (readonly [destination: string, source: string])[];
  const headers = written.flatMap(([destination, source]) => {
    const [, action, name] = HEADER.exec(destination) ?? [];
    return name === undefined ? [] : [action === 'remove' ? `no header ${name}` : `the header ${name}: ${source.replace(REQUEST, REQUEST_ID)}`];
  });
  return { status: written.find(([destination]) => destination === STATUS)?.[1], headers };
}

function textOf({ status, headers }: Changes): string {
  return [...(status === undefined ? [] : [`the status ${status}`]), ...headers].join(', ') || 'nothing else';
}
