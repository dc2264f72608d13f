export const TEST_EVENTS_ERRORS = {};
export const TEST_EVENTS_WARNINGS = {};
