/** A value of one period: absent where there is no data. */
export type Value = number | undefined;

/** Computes the part of CloudWatch's metric math that is used here, for one period. Where an operand is missing, so is the result. */
export function compute(expression: string, values: Record<string, Value>): Value {
  const tokens = expression.match(/[A-Za-z_]\w*|\d+(\.\d+)?|>=|[()*/+\-,>]/g) ?? [];
  const parser = new Parser(tokens, values);
  const result = parser.comparison();
  if (!parser.atEnd) throw new Error(`Can't read ${expression}`);
  return result;
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: string[], private readonly values: Record<string, Value>) {}

  public get atEnd(): boolean {
    return this.position === this.tokens.length;
  }

  public comparison(): Value {
    const left = this.sum();
    if (this.take('>=')) return both(left, this.sum(), (a, b) => Number(a >= b));
    if (this.take('>')) return both(left, this.sum(), (a, b) => Number(a > b));
    return left;
  }

  private sum(): Value {
    let value = this.product();
    for (;;) {
      if (this.take('+')) value = both(value, this.product(), (a, b) => a + b);
      else if (this.take('-')) value = both(value, this.product(), (a, b) => a - b);
      else return value;
    }
  }

  private product(): Value {
    let value = this.atom();
    for (;;) {
      if (this.take('*')) value = both(value, this.atom(), (a, b) => a * b);
      else if (this.take('/')) value = both(value, this.atom(), (a, b) => b === 0 ? undefined : a / b);
      else return value;
    }
  }

  private atom(): Value {
    const token = this.tokens[this.position++];
    if (token === '(') return this.closed(this.comparison());
    if (token === 'IF') return this.condition();
    if (token === 'FILL') return this.filled();
    if (/^\d/.test(token)) return Number(token);
    if (!(token in this.values)) throw new Error(`Unknown metric ${token}`);
    return this.values[token];
  }

  private condition(): Value {
    this.expect('(');
    const condition = this.comparison();
    this.expect(',');
    const yes = this.comparison();
    this.expect(',');
    const no = this.closed(this.comparison());
    return condition === undefined ? undefined : condition ? yes : no;
  }

  private filled(): Value {
    this.expect('(');
    const value = this.comparison();
    this.expect(',');
    const filling = this.closed(this.comparison());
    return value ?? filling;
  }

  private closed(value: Value): Value {
    this.expect(')');
    return value;
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`Expected ${token} at ${this.position} of ${this.tokens.join(' ')}`);
  }
}

function both(a: Value, b: Value, operator: (a: number, b: number) => Value): Value {
  return a === undefined || b === undefined ? undefined : operator(a, b);
}
