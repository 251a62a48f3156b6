// Whom a person is looking at right now: the log box takes that lead as meant. Screens say it as the keyboard or mouse moves on.

let inSight: string | null = null;

/** Null: nobody in particular. */
export const setLeadInSight = (id: string | null): void => {
  inSight = id;
};

export const leadInSight = (): string | null => inSight;
