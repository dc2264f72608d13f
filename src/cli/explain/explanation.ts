import { SOURCES, type Fact } from '../../facts';

/** What is known of a code, status, error type, gateway response or metric. */
export interface Explanation {
  /** The term as AWS writes it, and what it is. */
  readonly title: string;
  /** Whatever else one may type to get here, besides the term: a status, say. */
  readonly terms: readonly string[];
  /** What to print: labels and texts. */
  readonly lines: readonly (readonly [label: string, text: string])[];
  readonly source: string;
}

/** An explanation with the source of a fact, and how sure it is. Lines without a text are left out. */
export function explanation(title: string, terms: readonly (string | number)[], fact: Fact, lines: Record<string, string | undefined>): Explanation {
  return {
    title,
    terms: terms.map(String),
    lines: Object.entries(lines).filter((line): line is [string, string] => line[1] !== undefined),
    source: `${SOURCES[fact.source]}${fact.confidence ? ` (${CONFIDENCE[fact.confidence]})` : ''}`,
  };
}

const CONFIDENCE = {
  derived: 'derived: it follows from what AWS documents, but AWS does not say it',
  community: 'seen by users: AWS does not document it',
  unchecked: 'generally known: not read again at the source',
};
