const WORD_BREAK = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/** A code as people say it: `OrderNotFound` is "Order not found", `HTTPTimeout` is "HTTP timeout". */
export function inWords(code: string): string {
  const [first, ...others] = code.split(WORD_BREAK);
  return [first, ...others.map(word => isAcronym(word) ? word : word.toLowerCase())].join(' ');
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}
