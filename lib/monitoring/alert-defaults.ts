/** `windowSizeInMinutes` of an alert that does not give it. */
export const DEFAULT_WINDOW_MINUTES = 5;

/** `evaluationFrequencyInMinutes` of an alert that does not give it. */
export const DEFAULT_EVALUATION_MINUTES = 1;
