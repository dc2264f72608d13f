import type { IResolveContext } from 'aws-cdk-lib';

/**
 * Reads once per synthesis what is asked for over and over when the template is written, by one or many. Before it writes, CDK looks for
 * references ("preparing"): whoever asks again then begins another synthesis. Tokens that are resolved then have another form, so that what
 * was read is kept for each of the two. Outside of a synthesis nothing is kept.
 */
export function oncePerSynthesis<Asker, T>(read: (context: IResolveContext) => T): (asker: Asker, context: IResolveContext) => T {
  const prepared = new Set<Asker>();
  const kept = new Map<boolean, T>();
  return (asker, context) => {
    const { preparing } = context;
    if (preparing && prepared.has(asker)) {
      prepared.clear();
      kept.clear();
    }
    if (preparing) prepared.add(asker);
    if (prepared.size === 0) return read(context);
    if (!kept.has(preparing)) kept.set(preparing, read(context));
    return kept.get(preparing)!;
  };
}
