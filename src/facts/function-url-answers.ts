import type { Fact } from './fact';

/** What a client of a function URL gets when something fails. */
export interface FunctionUrlAnswer extends Fact {
  readonly when: string;
  /** For which invoke mode: `BUFFERED` sends the answer when it is complete, `RESPONSE_STREAM` while it is made. */
  readonly mode: 'both' | 'BUFFERED' | 'RESPONSE_STREAM';
  readonly status: number;
  /**
   * Which metric counts it.
   *
   * @default - none: it counts as a success
   */
  readonly metric?: 'Url4xxCount' | 'Url5xxCount';
}

const CLIENT = { mode: 'both', metric: 'Url4xxCount' } as const;
const SERVER = { status: 502, metric: 'Url5xxCount', confidence: 'community' } as const;

/** What function URLs answer. Nothing is tried again, and nothing is kept: whoever called knows, or nobody. */
export const FUNCTION_URL_ANSWERS = [
  { ...SERVER, mode: 'both', source: 'lambda/url-monitoring', when: 'the code failed, crashed or timed out before the first byte of the answer' },
  { ...SERVER, mode: 'BUFFERED', source: 'lambda/url-invocation', when: 'the answer is malformed, such as a body that is not a text' },
  { ...SERVER, mode: 'BUFFERED', source: 'lambda/response-streaming', confidence: 'derived', when: 'the answer is above 6 MB, a function error of type `Function.ResponseSizeTooLarge`' },
  { mode: 'RESPONSE_STREAM', status: 200, source: 'lambda/response-streaming', confidence: 'derived', when: 'the code failed or timed out after the first byte: the status is sent already, and the body ends early' },
  { mode: 'BUFFERED', status: 200, source: 'lambda/url-invocation', when: 'the code answered JSON without a `statusCode`, such as an error object: it becomes the body' },
  { ...CLIENT, status: 429, source: 'lambda/url-configuration', when: 'concurrency is used up, or requests per second are above ten times the reserved concurrency; always, where that is 0' },
  { ...CLIENT, status: 403, source: 'lambda/url-auth', when: 'a permission is missing, also with the authentication type NONE: `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`' },
] as const satisfies readonly FunctionUrlAnswer[];
