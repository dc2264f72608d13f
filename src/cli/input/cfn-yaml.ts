import { isScalar, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq, type CollectionTag, type ScalarTag, type Tags } from 'yaml';
import { ValidationError } from '../../private/errors';

/** The functions that have a short form in YAML; `!Ref` and `!Condition` keep their name. */
const FUNCTIONS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'ForEach', 'GetAtt', 'GetAZs', 'GetStackOutput', 'If', 'ImportValue', 'Join', 'Length', 'Not', 'Or',
  'Select', 'Split', 'Sub', 'ToJsonString', 'Transform',
];
const PLAIN = ['Condition', 'Ref'];

/** Types of YAML 1.1 that are not read: a version such as 2010-09-09 is no date, an `AttributeType: N` is not false. */
const UNKNOWN_TYPES = ['tag:yaml.org,2002:binary', 'tag:yaml.org,2002:bool', 'tag:yaml.org,2002:omap', 'tag:yaml.org,2002:pairs', 'tag:yaml.org,2002:set', 'tag:yaml.org,2002:timestamp'];

const BOOLEAN: ScalarTag = { tag: 'tag:yaml.org,2002:bool', default: true, test: /^(?:true|True|TRUE|false|False|FALSE)$/, resolve: (text) => /^t/i.test(text) };

/** More than any template has; enough to end an expansion of aliases that grows without bounds. */
const MAX_ALIASES = 1000;

/** Reads a template in YAML, short forms of functions included, as its JSON form. */
export function parseCfnYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { version: '1.1', merge: true, uniqueKeys: true, logLevel: 'silent', customTags: withShortForms });
  const [error] = document.errors;
  if (error) {
    const [line] = error.message.split('\n');
    throw new ValidationError('InputNotParsable', `${file} is not YAML: ${line.replace(/:$/, '')}`);
  }
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error_) {
    throw new ValidationError('InputNotParsable', `${file} is not YAML that can be read: ${(error_ as Error).message}`);
  }
}

function withShortForms(tags: Tags): Tags {
  const known = tags.filter((tag) => typeof tag !== 'object' || !UNKNOWN_TYPES.includes(tag.tag));
  return [...known, BOOLEAN, ...[...FUNCTIONS, ...PLAIN].flatMap(tagsOf)];
}

function tagsOf(name: string): (ScalarTag | CollectionTag)[] {
  const tag = `!${name}`;
  const key = PLAIN.includes(name) ? name : `Fn::${name}`;
  return [
    { tag, resolve: (text: string) => ({ [key]: name === 'GetAtt' ? attributeOf(text) : text }) },
    { tag, collection: 'seq', resolve: (list) => wrapped(key, list) },
    { tag, collection: 'map', resolve: (map) => wrapped(key, map) },
  ];
}

/** `Resource.Attribute`, where the attribute may have dots of its own. */
function attributeOf(text: string): string | string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)];
}

function wrapped(key: string, value: YAMLMap.Parsed | YAMLSeq.Parsed | unknown): YAMLMap {
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(key), isScalar(value) ? value.value : value));
  return map;
}
