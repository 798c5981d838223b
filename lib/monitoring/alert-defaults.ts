/** `windowMinutes` of an alert that does not give it. */
export const DEFAULT_WINDOW_MINUTES = 5;

/** `evaluationMinutes` of an alert that does not give it. */
export const DEFAULT_EVALUATION_MINUTES = 1;
