// What is typed in the page and not saved, kept in memory only, in case the page dies. Nothing of it is ever written.

export type PageDraft = { readonly label: string; readonly text: string };

export type PageDrafts = {
  readonly keep: (drafts: readonly PageDraft[]) => void;
  /** The page has died: what is kept now is lost there. */
  readonly died: () => void;
  /** What was lost with the page that died, told once; null when none did. */
  readonly take: () => { readonly drafts: readonly PageDraft[] } | null;
};

export function createPageDrafts(): PageDrafts {
  let kept: readonly PageDraft[] = [];
  let lost: { readonly drafts: readonly PageDraft[] } | null = null;
  return {
    keep: drafts => {
      kept = drafts;
    },
    died: () => {
      lost = { drafts: [...(lost?.drafts ?? []), ...kept] };
      kept = [];
    },
    take: () => {
      const taken = lost;
      lost = null;
      return taken;
    },
  };
}
