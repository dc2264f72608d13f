import type { Json, TemplateJson } from './synthesized';

/** Types whose logical id CDK ends with a hash of what they stand for. */
const HASHED_TYPES = ['AWS::Lambda::Version', 'AWS::ApiGateway::Deployment'];
const HASHED_ID = /^(.+)[0-9a-f]{32}$/;
const ANY_HASH = /[0-9a-f]{32}/;
/** CDK ends the name of an export with a hash of the reference, in which the logical id is. */
const NAME_HASH = '[0-9A-F]{8}(?![0-9A-Za-z])';
/** Sets in IAM policies, which CDK may sort by what we replace. */
const SETS = ['Resource', 'NotResource'];

interface Rewrite {
  readonly pattern: RegExp;
  readonly by: string;
}

/** Replaces what comes from the content of code by names that don't. */
export class Placeholders {
  private readonly rewrites: readonly Rewrite[];

  constructor(templates: readonly TemplateJson[], assetHashes: readonly string[]) {
    const stableIds = new Map<string, string>();
    for (const template of templates) addStableIds(template, stableIds);
    this.rewrites = [...assetHashes.flatMap(rewritesOfAsset), ...[...stableIds].flatMap(rewritesOfId)];
  }

  /** A copy of a template with everything replaced. */
  public applyTo(template: TemplateJson): TemplateJson {
    return this.rewriteAny(template) as TemplateJson;
  }

  private rewriteAny(value: unknown): unknown {
    if (typeof value === 'string') return this.rewriteText(value);
    if (Array.isArray(value)) return value.map((item) => this.rewriteAny(item));
    if (typeof value === 'object' && value !== null) return this.rewriteObject(value);
    return value;
  }

  private rewriteObject(object: Json): Json {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => {
      const rewritten = this.rewriteAny(value);
      const reordered = SETS.includes(key) && Array.isArray(rewritten) && JSON.stringify(rewritten) !== JSON.stringify(value);
      return [this.rewriteText(key), reordered ? sorted(rewritten) : rewritten];
    }));
  }

  private rewriteText(text: string): string {
    if (!ANY_HASH.test(text)) return text;
    return this.rewrites.reduce((rewritten, { pattern, by }) => rewritten.replace(pattern, by), text);
  }
}

function addStableIds(template: TemplateJson, stableIds: Map<string, string>): void {
  const taken = new Set(Object.keys(template.Resources ?? {}));
  for (const [logicalId, { Type }] of Object.entries(template.Resources ?? {})) {
    const name = HASHED_TYPES.includes(Type) ? HASHED_ID.exec(logicalId)?.[1] : undefined;
    if (name === undefined || stableIds.has(logicalId)) continue;
    let stable = name;
    for (let i = 2; taken.has(stable); i++) stable = `${name}${i}`;
    taken.add(stable);
    stableIds.set(logicalId, stable);
  }
}

function rewritesOfId([logicalId, stable]: [string, string]): Rewrite[] {
  return [
    { pattern: new RegExp(`(ExportsOutput[A-Za-z]*)${logicalId}([A-Za-z0-9]*?)${NAME_HASH}`, 'g'), by: `$1${stable}$2` },
    { pattern: new RegExp(logicalId, 'g'), by: stable },
  ];
}

function rewritesOfAsset(hash: string): Rewrite[] {
  return [
    // The parameters of the legacy synthesizer: two assets may turn out to be one, so that all are one.
    { pattern: new RegExp(`AssetParameters${hash}([A-Za-z0-9]*?)${NAME_HASH}`, 'g'), by: 'AssetParameters$1' },
    { pattern: new RegExp(hash, 'g'), by: 'asset' },
  ];
}

function sorted(items: unknown[]): unknown[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
