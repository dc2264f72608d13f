import type { Stack } from 'aws-cdk-lib';
import type { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { DefaultDashboardFactory, MonitoringFacade } from 'cdk-monitoring-constructs';

/** cdk-monitoring-constructs without its dashboards. */
export function newFacade(stack: Stack, onCall: SnsAction): MonitoringFacade {
  return new MonitoringFacade(stack, 'Monitoring', {
    alarmFactoryDefaults: {
      actionsEnabled: true,
      alarmNamePrefix: stack.stackName,
      action: { addAlarmActions: ({ alarm }) => alarm.addAlarmAction(onCall) },
    },
    dashboardFactory: new DefaultDashboardFactory(stack, 'Dashboards', { dashboardNamePrefix: stack.stackName, createDashboard: false }),
  });
}
