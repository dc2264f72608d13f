export { FailureDashboard } from './failure-dashboard';
export type { FailureDashboardProps } from './failure-dashboard';
