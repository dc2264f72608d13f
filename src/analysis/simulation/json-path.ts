/** Paths of members and elements, such as `$`, `$.name`, `$['name']` and `$.list[0].name`. */
const PATH = /^\$(?:\.[A-Za-z_]\w*|\['[^'\\]+'\]|\[\d+\])*$/;
const STEP = /\.([A-Za-z_]\w*)|\['([^'\\]+)'\]|\[(\d+)\]/g;

/** Whether a path is one of those that are read here. */
export function isSimplePath(path: string): boolean {
  return PATH.test(path);
}

/** What is at a path: nothing, if it leads nowhere. */
export function valueAt(json: unknown, path: string): unknown {
  let value: unknown = json;
  for (const [, dotted, quoted, index] of path.matchAll(STEP)) {
    const key = dotted ?? quoted ?? index;
    const isList = Array.isArray(value);
    if (typeof value !== 'object' || value === null || isList !== (index !== undefined) || !Object.prototype.hasOwnProperty.call(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
