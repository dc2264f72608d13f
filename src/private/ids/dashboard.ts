import type { IdText } from './id-text';

export const DASHBOARD_ERRORS = {
  FailureDashboardEmpty: {
    meaning: 'A `FailureDashboard` has nothing to show: no function, API or queue was given or is below what it watches.',
    fix: 'Watch a scope that has some, or list them.',
  },
  FailureDashboardTooLarge: {
    meaning: 'CloudWatch draws 500 metrics in a widget and 2,500 in a dashboard at most, and takes 500 widgets.',
    fix: 'Make a dashboard for each part: watch stacks, not the app.',
  },
  FailureDashboardElsewhere: {
    meaning: 'Something that a `FailureDashboard` shows is in another account or region, so that its name can\'t be referred to.',
    fix: 'Make a dashboard in each account and region.',
  },
} as const satisfies Record<string, IdText>;

export const DASHBOARD_WARNINGS = {
  'FailureDashboard.apiWithoutName': {
    meaning: 'The metrics of a REST API have its name, and of this one it is not known: it is imported, or named in an API definition.',
    fix: 'Set `restApiName`, or acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
