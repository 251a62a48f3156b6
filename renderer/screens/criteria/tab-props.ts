// What every tab of the criteria screen is given.

export type TabProps = {
  /** What the address says behind the tab: "fit" of #/criteria/rules.fit; null when it says nothing. */
  readonly at: string | null;
};
