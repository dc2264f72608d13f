export { StableApp, TemplateValidation } from './stable-app';
export type { StableAppProps } from './stable-app';
export { StableTemplate } from './stable-template';
