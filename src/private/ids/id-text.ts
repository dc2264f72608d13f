/** What `docs/errors.md` says about an error or warning id. */
export interface IdText {
  /** What is wrong. */
  readonly meaning: string;
  /** What to do about it. */
  readonly fix: string;
}
