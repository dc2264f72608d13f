export { SafeDeployment } from './safe-deployment';
export type { SafeDeploymentProps } from './safe-deployment';
