/** Whether something is so, as far as templates tell. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** All of it. */
export function all(parts: readonly Certainty[]): Certainty {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** At least one. */
export function some(parts: readonly Certainty[]): Certainty {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}

/** What holds whichever way it is: yes or no if all ways agree. */
export function agreed(ways: readonly Certainty[]): Certainty {
  const [first = 'unknown'] = ways;
  return ways.every((way) => way === first) ? first : 'unknown';
}
