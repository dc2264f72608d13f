import { Project, TextFile } from 'projen';
import type { Fact } from '../src/facts';

/** A generated Markdown page. */
export class MarkdownPage {
  private readonly file: TextFile;

  constructor(project: Project, path: string, title: string) {
    this.file = new TextFile(project, path);
    this.add(`# ${title}`, '', `<!-- ${this.file.marker} -->`);
  }

  public add(...lines: string[]): void {
    for (const line of lines) this.file.addLine(line);
  }

  /** A table under a heading; nothing at all if there are no rows. */
  public addTable(heading: string, columns: string[], rows: (string | number | undefined)[][]): void {
    if (rows.length === 0) return;
    this.add('', heading, '', `| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`);
    for (const row of rows) this.add(`| ${row.map((cell) => escape(String(cell ?? ''))).join(' | ')} |`);
  }
}

/** Text that stands for itself, such as a name. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** Where a fact is written, and how sure it is. */
export function sourceOf({ source, confidence }: Fact): string {
  return `[${source}]${confidence ? ` *${confidence}*` : ''}`;
}

function escape(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
