export const FAULT_INJECTION_ERRORS = {};
export const FAULT_INJECTION_WARNINGS = {};
