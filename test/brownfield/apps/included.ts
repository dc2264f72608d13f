import { join } from 'path';
import { type App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

/** A service written with AWS SAM, on its way to CDK. */
export function sam(app: App): void {
  included(app, 'Sam', 'sam/translated.json');
}

/** A service written with the Serverless Framework, on its way to CDK. */
export function serverless(app: App): void {
  included(app, 'Serverless', 'serverless/packaged.json');
}

function included(app: App, id: string, template: string): void {
  new CfnInclude(new Stack(app, id), 'Template', { templateFile: join(__dirname, '../fixtures', template) });
}
