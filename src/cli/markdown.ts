import { plain } from './paint';

/** A table of Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`, ...rows.map((row) => `| ${row.map(escaped).join(' | ')} |`)];
}

/** Text of others, which is neither markup nor HTML, nor a mention of somebody. */
export function escaped(text: string): string {
  return plain(text).replace(/[\\|`*_[\]<>#~]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`)).replace(/(?<!\w)@(?=\w)/g, '@\u200b');
}
