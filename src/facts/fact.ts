import type { SourceId } from './sources';

/**
 * How sure a fact is, where it is less than "AWS documents it":
 *
 * - `derived`: follows from what AWS documents, but AWS doesn't say it.
 * - `community`: seen by users; AWS doesn't document it.
 * - `unchecked`: generally known, not read again in the source named.
 */
export type Confidence = 'derived' | 'community' | 'unchecked';

/** Something AWS does. */
export interface Fact {
  /** Where it is written: a key of `SOURCES`. */
  readonly source: SourceId;
  /**
   * How sure it is.
   *
   * @default - AWS documents it
   */
  readonly confidence?: Confidence;
}
