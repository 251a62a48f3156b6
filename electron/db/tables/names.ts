// Names and texts inside SQL that is put together: whatever stands in them, they stay one name or one text.

/** An identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A string. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
