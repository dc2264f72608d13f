import { METHOD } from '../private/integrations';
import { shapeOf, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const streamingUriMismatch: Rule = {
  id: 'StreamingUriMismatch',
  severity: 'error',
  source: 'api-gateway/streaming-integrations',
  what: 'A method streams, and its integration does not, or the other way round.',
  happens: 'It is not supported: clients get 500, or a body is lost.',
  fix: 'To stream, use `AWS_PROXY`, `ResponseTransferMode: STREAM` and the URI that ends with `/response-streaming-invocations`; else none of the three.',
  check: forEach(METHOD, (method) => {
    const [mode, type, uri] = [textOf(method.get('Integration', 'ResponseTransferMode')), textOf(method.get('Integration', 'Type')), shapeOf(method.get('Integration', 'Uri')) ?? ''];
    const isOfStream = /\/response-streaming-invocations$/.test(uri);
    if (mode === 'STREAM' && (type === 'AWS' || /\/functions\/.*\/invocations$/.test(uri))) return at(method, 'Integration.ResponseTransferMode', `is STREAM with ${type === 'AWS' ? 'type AWS' : 'the URI of a plain invocation'}`);
    return isOfStream && mode === 'BUFFERED' ? at(method, 'Integration.ResponseTransferMode', 'is BUFFERED with the URI of a stream') : undefined;
  }),
};
