// Who writes: one random id per file and computer. A file that was copied, restored or moved to another computer writes as somebody new.

export type WriterState = {
  readonly id: string;
  /** Its last packet, and the hash of that one's last segment. */
  readonly n: number;
  readonly hash: string;
};

/**
 * The writer of a file on this computer. Its last packet is noted twice, in the file and in the profile of the computer, and met again at
 * the meeting place; where these do not agree, one of them is older than the other, and numbers would be given twice. Null: a new one is
 * to be made, and what was not sent yet is sent again under it.
 */
export function writerOf(inFile: WriterState | null, inProfile: WriterState | null, met: number): WriterState | null {
  if (inFile === null || inProfile === null) return null;
  const agree = inFile.id === inProfile.id && inFile.n === inProfile.n && inFile.hash === inProfile.hash;
  return agree && met <= inFile.n ? inFile : null;
}
