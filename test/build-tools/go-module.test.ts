import { withoutIndirect } from '../../build-tools/go-module';

test('a Go module asks for no more of indirect dependencies than the direct ones do', () => {
  const generated = 'require (\n\tgithub.com/aws/constructs-go/constructs/v10 v10.5.0\n\tgithub.com/cdklabs/schema/v54 v54.26.0 // indirect\n)\n';

  expect(withoutIndirect(generated)).toBe('require (\n\tgithub.com/aws/constructs-go/constructs/v10 v10.5.0\n)\n');
});
