import { ALARMS_ERRORS, ALARMS_WARNINGS } from './alarms';
import { API_ERRORS, API_WARNINGS } from './api';
import { CATALOG_ERRORS, CATALOG_WARNINGS } from './catalog';
import { CLI_ERRORS, CLI_WARNINGS } from './cli';
import { DASHBOARD_ERRORS, DASHBOARD_WARNINGS } from './dashboard';
import { DELIVERY_ERRORS, DELIVERY_WARNINGS } from './delivery';
import { DEPLOYMENT_ERRORS, DEPLOYMENT_WARNINGS } from './deployment';
import { ERROR_LOG_ERRORS, ERROR_LOG_WARNINGS } from './error-log';
import { EVENT_SOURCE_ERRORS, EVENT_SOURCE_WARNINGS } from './event-source';
import { EXECUTION_ROLE_ERRORS, EXECUTION_ROLE_WARNINGS } from './execution-role';
import { FAILURE_ERRORS, FAILURE_WARNINGS } from './failure';
import { FAULT_INJECTION_ERRORS, FAULT_INJECTION_WARNINGS } from './fault-injection';
import { FUNCTION_ERRORS, FUNCTION_WARNINGS } from './function';
import { MIXINS_INFOS } from './mixins';
import { REDRIVE_ERRORS, REDRIVE_WARNINGS } from './redrive';
import { TEST_EVENTS_ERRORS, TEST_EVENTS_WARNINGS } from './test-events';
import { TESTING_ERRORS, TESTING_WARNINGS } from './testing';
import { TRACING_ERRORS, TRACING_WARNINGS } from './tracing';
import { VALIDATION_ERRORS } from './validation';
import { WORKFLOW_ERRORS, WORKFLOW_WARNINGS } from './workflow';

export type { IdText } from './id-text';

/** Every error id. `docs/errors.md` is generated from this table. */
export const ERRORS = {
  ...ALARMS_ERRORS,
  ...API_ERRORS,
  ...CATALOG_ERRORS,
  ...CLI_ERRORS,
  ...DASHBOARD_ERRORS,
  ...DELIVERY_ERRORS,
  ...DEPLOYMENT_ERRORS,
  ...ERROR_LOG_ERRORS,
  ...EVENT_SOURCE_ERRORS,
  ...EXECUTION_ROLE_ERRORS,
  ...FAILURE_ERRORS,
  ...FAULT_INJECTION_ERRORS,
  ...FUNCTION_ERRORS,
  ...REDRIVE_ERRORS,
  ...TEST_EVENTS_ERRORS,
  ...TESTING_ERRORS,
  ...TRACING_ERRORS,
  ...VALIDATION_ERRORS,
  ...WORKFLOW_ERRORS,
};

/** Every warning id, without the package prefix. `docs/errors.md` is generated from this table. */
export const WARNINGS = {
  ...ALARMS_WARNINGS,
  ...API_WARNINGS,
  ...CATALOG_WARNINGS,
  ...CLI_WARNINGS,
  ...DASHBOARD_WARNINGS,
  ...DELIVERY_WARNINGS,
  ...DEPLOYMENT_WARNINGS,
  ...ERROR_LOG_WARNINGS,
  ...EVENT_SOURCE_WARNINGS,
  ...EXECUTION_ROLE_WARNINGS,
  ...FAILURE_WARNINGS,
  ...FAULT_INJECTION_WARNINGS,
  ...FUNCTION_WARNINGS,
  ...REDRIVE_WARNINGS,
  ...TEST_EVENTS_WARNINGS,
  ...TESTING_WARNINGS,
  ...TRACING_WARNINGS,
  ...WORKFLOW_WARNINGS,
};

/** Every info id, without the package prefix. `docs/errors.md` is generated from this table. */
export const INFOS = {
  ...MIXINS_INFOS,
};

export type ErrorId = keyof typeof ERRORS;
export type WarningId = keyof typeof WARNINGS;
export type InfoId = keyof typeof INFOS;
