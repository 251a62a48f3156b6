// How many apps end-to-end tests run side by side.

/** An app mostly waits for its tests and they for it, and slow ones stand still five sixths of the time: five keep two cores busy. Each has a display of its own. */
export const e2eWorkers = 5;
