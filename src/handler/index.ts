export { answerErrors } from './answer-errors';
export type { AnswerOptions, HttpAnswer } from './answer-errors';
export { sqsBatch, streamBatch } from './batches';
export type { BatchHandler, BatchResponse, Process, QueueMessage, StreamRecord } from './batches';
export type { Invocation } from './catalog';
export { findLambdaError, LambdaError } from './lambda-error';
export { reportErrors } from './report-errors';
export type { Handler } from './report-errors';
