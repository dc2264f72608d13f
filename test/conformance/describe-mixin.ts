import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Aspects, CfnResource, Mixins, Shims, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { IConstruct, IMixin } from 'constructs';
import type { ErrorId } from '../../src/private/ids';

/** Something set on the resource before the mixin comes that the mixin can't go along with. */
export interface Conflict {
  /** What it is, to read on after "fails if". */
  readonly what: string;
  readonly set: (resource: CfnResource, stack: Stack) => void;
  readonly error: ErrorId;
}

/** A setting of the user and what the template says of it at last. */
export interface Setting {
  readonly set: (resource: CfnResource, stack: Stack) => void;
  /** Properties of the resource that the mixin makes or completes. */
  readonly properties: Record<string, unknown>;
}

export interface MixinConformance {
  /** The class, for its name. */
  readonly mixin: { readonly name: string };
  /** Makes the mixin, and what it needs, in a stack. */
  readonly create: (stack: Stack) => IMixin;
  /** Makes the L1 that the mixin is for. */
  readonly supported: (stack: Stack) => CfnResource;
  /** Makes constructs that the mixin is not for. */
  readonly unsupported: (stack: Stack) => IConstruct[];
  /** What comes of it. */
  readonly expects: { readonly type: string; readonly properties: Record<string, unknown> };
  /** The L2 without the setting, and the L2 whose own properties say the same as the mixin; both after `create()`. */
  readonly equivalentL2?: { readonly plain: (stack: Stack) => IConstruct; readonly configured: (stack: Stack) => IConstruct };
  /** Preconditions that fail. */
  readonly conflicts: Conflict[];
  /** What the user has set beside what the mixin sets: it must stay. */
  readonly kept: Setting;
  /** What the user sets on the resource after the mixin was applied: it must win. */
  readonly setLater?: Setting;
  /** Puts a token where the mixin looks: it must not take it for a number, or fail. */
  readonly token: (resource: CfnResource, stack: Stack) => void;
}

/** What every mixin must do. A mixin's own test says only what is special about it. */
export function describeMixin(the: MixinConformance): void {
  describe(`${the.mixin.name} as a mixin`, () => {
    test('supports the resource it is for', () => {
      const stack = newStack();
      expect(the.create(stack).supports(the.supported(stack))).toBe(true);
    });

    test('supports neither the stack nor other resources', () => {
      const stack = newStack();
      const mixin = the.create(stack);
      const wrong = [stack, stack.node.root, ...the.unsupported(stack)].filter((construct) => mixin.supports(construct));
      expect(wrong.map(({ node }) => node.path)).toEqual([]);
    });

    test.each(Object.entries(WAYS))('completes an L1 that it is applied to %s', (_, [apply, context]) => {
      const stack = newStack(context);
      const mixin = the.create(stack);
      apply(the.supported(stack), mixin);
      Template.fromStack(stack).hasResourceProperties(the.expects.type, the.expects.properties);
    });

    test('completes an L1 that CfnInclude made', () => {
      const original = newStack();
      the.supported(original);
      const stack = newStack();
      const mixin = the.create(stack);
      include(stack, { Resources: Template.fromStack(original).toJSON().Resources }).with(mixin);
      Template.fromStack(stack).hasResourceProperties(the.expects.type, the.expects.properties);
    });

    test('gives the same when it is applied twice', () => {
      const [once, twice] = [1, 2].map((times) => templateAfter(the, (resource, mixin) => resource.with(...Array(times).fill(mixin))));
      expect(twice).toEqual(once);
    });

    test('keeps what is set beside it', () => {
      expectSetting(the, the.kept, (resource, mixin, set) => { set(); resource.with(mixin); });
    });

    // A mixin for a whole scope leaves what differs, and has none.
    if (the.conflicts.length > 0) {
      test.each(the.conflicts.map(({ what, ...rest }) => [what, rest] as const))('fails if %s', (_, { set, error }) => {
        const stack = newStack();
        const mixin = the.create(stack);
        const resource = the.supported(stack);
        set(resource, stack);
        expect(errorOf(() => resource.with(mixin))?.name).toBe(error);
      });
    }

    test('leaves a token alone', () => {
      const stack = newStack();
      const mixin = the.create(stack);
      const resource = the.supported(stack);
      the.token(resource, stack);
      expect(() => { resource.with(mixin); Template.fromStack(stack); }).not.toThrow();
    });

    if (the.setLater) {
      const { setLater } = the;
      test('leaves the last word to what the user sets later', () => {
        expectSetting(the, setLater, (resource, mixin, set) => { resource.with(mixin); set(); });
      });
    }

    if (the.equivalentL2) {
      const { plain, configured } = the.equivalentL2;
      test('gives an L2 what its own properties would give, under the same logical ids', () => {
        const mixed = newStack();
        const mixin = the.create(mixed);
        plain(mixed).with(mixin);
        const given = newStack();
        the.create(given);
        configured(given);
        const [ours, theirs] = [mixed, given].map((stack) => Template.fromStack(stack).findResources(the.expects.type));
        expect(ours).toEqual(theirs);
        expect(Object.keys(ours)).not.toEqual([]);
      });
    }
  });
}

type Apply = (resource: CfnResource, mixin: IMixin) => void;

/** The ways a user can apply a mixin, with the context that the app needs for it. */
const WAYS: Record<string, [Apply, Record<string, unknown>]> = {
  'with .with()': [(resource, mixin) => resource.with(mixin), {}],
  'with .with() on its stack': [(resource, mixin) => resource.stack.with(mixin), {}],
  'with Mixins.of()': [(resource, mixin) => Mixins.of(resource.stack).requireAny().apply(mixin), {}],
  'as an aspect': [(resource, mixin) => Aspects.of(resource.node.root).add(Shims.asAspect(mixin)), {}],
  'as an aspect, with aspects stabilized': [
    (resource, mixin) => Aspects.of(resource.node.root).add(Shims.asAspect(mixin)), { '@aws-cdk/core:aspectStabilization': true },
  ],
};

function newStack(context: Record<string, unknown> = {}): Stack {
  return new Stack(new App({ context }), 'Stack');
}

function templateAfter(the: MixinConformance, apply: Apply): unknown {
  const stack = newStack();
  const mixin = the.create(stack);
  apply(the.supported(stack), mixin);
  return Template.fromStack(stack).toJSON();
}

function expectSetting(the: MixinConformance, setting: Setting, apply: (resource: CfnResource, mixin: IMixin, set: () => void) => void): void {
  const stack = newStack();
  const mixin = the.create(stack);
  const resource = the.supported(stack);
  apply(resource, mixin, () => setting.set(resource, stack));
  Template.fromStack(stack).hasResourceProperties(the.expects.type, setting.properties);
}

/** A template that CDK did not make. */
export function include(stack: Stack, template: object): CfnInclude {
  const folder = mkdtempSync(join(tmpdir(), 'include-'));
  try {
    const templateFile = join(folder, 'template.json');
    writeFileSync(templateFile, JSON.stringify(template));
    return new CfnInclude(stack, 'Include', { templateFile });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function errorOf(action: () => void): Error | undefined {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
