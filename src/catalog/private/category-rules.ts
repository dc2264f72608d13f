import { ErrorCategory } from '../error-category';

/** What holds for every error of a category. */
export interface CategoryRule {
  readonly defaultStatus: number;
  readonly retryable: boolean;
  readonly allowsStatus: (status: number) => boolean;
  /** The statuses allowed, in words for a message. */
  readonly statuses: string;
}

const TOO_MANY_REQUESTS = 429;
const SERVICE_UNAVAILABLE = 503;
const between = (min: number, max: number) => (status: number) => status >= min && status <= max;

export const CATEGORY_RULES: Record<ErrorCategory, CategoryRule> = {
  [ErrorCategory.CLIENT]: {
    defaultStatus: 400,
    retryable: false,
    allowsStatus: status => between(400, 499)(status) && status !== TOO_MANY_REQUESTS,
    statuses: '400 to 499, except 429, which is for throttled errors',
  },
  [ErrorCategory.THROTTLED]: {
    defaultStatus: TOO_MANY_REQUESTS,
    retryable: true,
    allowsStatus: status => [TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE].includes(status),
    statuses: '429 or 503',
  },
  [ErrorCategory.TEMPORARY]: {
    defaultStatus: SERVICE_UNAVAILABLE,
    retryable: true,
    allowsStatus: between(500, 599),
    statuses: '500 to 599',
  },
  [ErrorCategory.PERMANENT]: {
    defaultStatus: 500,
    retryable: false,
    allowsStatus: between(500, 599),
    statuses: '500 to 599',
  },
};
