import type { Stack } from 'aws-cdk-lib';
import { CALLERS } from './fixtures-callers';
import { SENDERS } from './fixtures-senders';
import { SERVICES } from './fixtures-services';
import { READ } from './fixtures-sources';
import type { InvokerId } from '../../../src/facts/invokers';

/** A plain stack for each invoker, as users write it, with nothing about errors in it. */
export const FIXTURES: Record<InvokerId, (stack: Stack) => void> = { ...CALLERS, ...SERVICES, ...SENDERS, ...READ };
