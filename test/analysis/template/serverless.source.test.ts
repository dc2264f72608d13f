import { readFileSync } from 'fs';
import { join } from 'path';
import { parse, type CollectionTag, type ScalarTag } from 'yaml';
import { Model } from '../../../src/analysis/model/model';
import { qualifierText } from '../../../src/analysis/model/qualifier';
import { failurePathsOf } from '../../../src/analysis/paths/failure-paths';
import { Assembly } from '../../../src/analysis/template/assembly';

const FIXTURES = join(__dirname, '../../brownfield/fixtures/sam');
const INTRINSICS = ['Ref', 'Fn::Sub', 'Fn::GetAtt', 'Fn::Equals'];

const tags = INTRINSICS.flatMap((name): (ScalarTag | CollectionTag)[] => {
  const tag = `!${name.replace('Fn::', '')}`;
  return [{ tag, resolve: (text: string) => ({ [name]: text }) }, { tag, collection: 'seq', resolve: (seq) => ({ [name]: seq.toJSON() }) }];
});

/** What a template says about every event, whatever the resources that carry it are called. */
function verdictsIn(json: unknown): string[] {
  return failurePathsOf(new Model(Assembly.ofTemplate(json))).map(({ trigger: { invoker, fn, qualifier }, failure, verdict, copies, attempts }) =>
    `${invoker} → ${fn.id}:${qualifierText(qualifier)} × ${failure}: ${verdict} in ${copies.map(({ resource, text }) => resource?.type ?? text).join()} after ${attempts.count}`).sort();
}

test('SAM source means what SAM makes of it', () => {
  const source: unknown = parse(readFileSync(join(FIXTURES, 'template.yaml'), 'utf8'), { customTags: tags });
  const translated: unknown = JSON.parse(readFileSync(join(FIXTURES, 'translated.json'), 'utf8'));

  expect(verdictsIn(source).length).toBeGreaterThan(150);
  expect(verdictsIn(source)).toEqual(verdictsIn(translated));
});
