// How much history learning needs before it says anything.

/** Below this many customers nothing is learned: intervals would be as wide as the guesses they are to replace. */
export const enoughCustomers = 10;
/** And as many who ended otherwise: without them there is nothing to compare with. */
export const enoughOthers = 10;
/** A lead that has not moved for so many days has ended. */
export const untouchedDays = 180;
