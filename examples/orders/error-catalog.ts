import { Duration } from 'aws-cdk-lib';
import { ErrorCatalog, ErrorDefinition } from 'cdk-lambda-error-handling';

/** What can go wrong with an order, as the Go service calls it (`service/internal/orders/errors.go`), and what clients are told. */
export const ORDER_ERRORS = ErrorCatalog.of(
  ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
  // The messages of these two are written for whoever sent the order.
  ErrorDefinition.client('InvalidOrder', { httpStatus: 422, exposeFunctionMessage: true }),
  ErrorDefinition.client('OutOfStock', { httpStatus: 409, exposeFunctionMessage: true }),
  ErrorDefinition.temporary('StockBusy', { httpStatus: 503, retryAfter: Duration.seconds(2) }),
);
