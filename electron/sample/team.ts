// The people of the sample company.
import type { Member } from '../../shared/workspace.ts';

export type Team = {
  readonly all: readonly Member[];
  readonly sellers: readonly [Member, Member];
  readonly marketer: Member;
  readonly boss: Member;
};
