/** The orders of a shop that forgets them when it restarts. */
const orders = new Map([['42', { id: '42', items: [{ sku: 'apple', quantity: 3 }] }]]);

/** An error of the catalogue: API Gateway maps it by the code in brackets, Lambda counts and logs it by its name. */
class OrderError extends Error {
  constructor(code, message) {
    super(`[${code}] ${message}`);
    this.name = code;
  }
}

/** The event has the shape of a proxy event; what is returned is the body, what is thrown becomes what the catalogue says. */
export async function handler({ httpMethod, pathParameters, body }) {
  return httpMethod === 'POST' ? place(JSON.parse(body)) : find(pathParameters.id);
}

function find(id) {
  const order = orders.get(id);
  if (!order) throw new OrderError('OrderNotFound', `there is no order ${id}`);
  return order;
}

function place({ id, items = [] }) {
  if (items.length === 0) throw new OrderError('OrderInvalid', 'an order needs at least one item');
  if (orders.has(id)) throw new OrderError('OrderExists', `order ${id} was placed already`);
  const order = { id, items };
  orders.set(id, order);
  return order;
}
