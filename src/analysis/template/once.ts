/** Reads something of an assembly, a resource or a property once for all who ask. */
export function readOnce<Source extends object, T>(read: (source: Source) => T): (source: Source) => T {
  const known = new WeakMap<Source, { readonly value: T }>();
  return (source) => {
    let found = known.get(source);
    if (!found) known.set(source, found = { value: read(source) });
    return found.value;
  };
}

/** Adds to the list of a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
