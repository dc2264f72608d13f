import type { IResolveContext } from 'aws-cdk-lib';

/**
 * Reads once for all who ask for it, over and over, when the template is written. Before CDK writes it looks for references ("preparing"): whoever
 * asks then for the first time, or again, begins another synthesis. Without one, whoever asks again begins another pass. Tokens that are
 * resolved while preparing have another form, so that what was read is kept for each of the two, unless it has no tokens.
 */
export function oncePerSynthesis<Asker, T>(read: (context: IResolveContext) => T, hasTokens = true): (asker: Asker, context: IResolveContext) => T {
  const prepared = new Set<Asker>();
  const resolved = new Set<Asker>();
  const kept = new Map<boolean, T>();
  return (asker, context) => {
    const { preparing } = context;
    const isPrepared = prepared.size > 0;
    if (preparing ? !isPrepared || prepared.has(asker) : !isPrepared && resolved.has(asker)) {
      [prepared, resolved, kept].forEach((one) => one.clear());
    }
    (preparing ? prepared : resolved).add(asker);
    const form = hasTokens && preparing;
    if (!kept.has(form)) kept.set(form, read(context));
    return kept.get(form)!;
  };
}
