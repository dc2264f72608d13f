import type { Assembly } from './assembly';

/** Reads something of templates once for all who ask. */
export function oncePerAssembly<T>(read: (assembly: Assembly) => T): (assembly: Assembly) => T {
  const known = new WeakMap<Assembly, { readonly value: T }>();
  return (assembly) => {
    const found = known.get(assembly) ?? { value: read(assembly) };
    known.set(assembly, found);
    return found.value;
  };
}

/** Adds to the list of a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
