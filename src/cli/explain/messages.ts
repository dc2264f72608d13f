import { explanation, type Explanation } from './explanation';
import { MESSAGES, type Message } from '../../facts';

/** Fewer letters than that are a word, not a part of a message. */
const SHORTEST = 12;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;
const NUMBER = /\d+(?:\\\.\d+)?/g;

/** The messages that somebody may have seen, if that is what they typed. */
export function messageExplanations(seen: string): Explanation[] {
  return MESSAGES.filter((message) => isMessage(message, seen)).map((message: Message) => explanation(message.text, [message.text], message, {
    'seen': message.seen,
    'what happened': message.happened,
    'tried again': message.retried,
    'the event now': message.event,
    'look at': message.see,
    'wire': message.wire,
  }));
}

/** Numbers and what `…` stands for may be other ones, and the text may be a part of a longer line, or a part of the text be given. */
function isMessage({ text }: Message, seen: string): boolean {
  const pattern = text.replace(SPECIAL, '\\$&').replace(NUMBER, '[\\d.]+').replace(/ ?… ?/g, '.*').replace(/: ?/g, ': ?');
  const part = seen.trim().toLowerCase();
  return new RegExp(pattern, 'i').test(seen) || (part.length >= SHORTEST && text.toLowerCase().includes(part));
}
