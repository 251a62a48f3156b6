// One address card as the rules see it.

export type CardProperty = {
  /** In small letters, without its group: "email". */
  readonly name: string;
  /** "item1" of "item1.EMAIL"; '' where there is none. */
  readonly group: string;
  /** TYPE parameters in small letters, "pref" among them. */
  readonly types: readonly string[];
  /** The value; of a structured one its parts, each perhaps with several texts in it. */
  readonly parts: readonly string[];
};

export type Card = { readonly properties: readonly CardProperty[]; readonly line: number };
