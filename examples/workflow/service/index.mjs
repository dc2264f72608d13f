/** Step Functions knows an error by its name: the code in the catalogue. */
class CheckoutError extends Error {
  constructor(code, message) {
    super(`[${code}] ${message}`);
    this.name = code;
  }
}

/** Puts the items of an order aside. */
export async function reserve({ orderId, items = [] }) {
  if (items.length === 0) throw new CheckoutError('OrderInvalid', `order ${orderId} has no items`);
  if (items.some(({ sku }) => sku === 'busy')) throw new CheckoutError('StockBusy', `somebody else is counting the stock for order ${orderId}`);
  return { orderId, items, reservation: `reservation-of-${orderId}` };
}

/** Takes the money. The order is its key, so that a second try does not take it twice. */
export async function charge({ orderId, card, reservation }) {
  if (card === 'declined') throw new CheckoutError('CardDeclined', `the bank refuses to pay order ${orderId}`);
  return { orderId, reservation, payment: `payment-of-${orderId}` };
}
