// Labels that differ in case or in spaces around them only are the same.

export const plainLabel = (label: string): string => label.trim().toLowerCase();
