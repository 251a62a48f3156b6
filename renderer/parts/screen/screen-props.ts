// What every screen is given.

/** What a screen is given: the second word of its address. */
export type ScreenProps = { readonly rest: string | null };
