const COLORS = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd', '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22', '#17becf'];

/** A dashboard body as a page: CloudWatch's grid of 24 columns, with made-up lines. Only its layout and texts mean something. */
export function pageOf({ widgets }: { widgets: any[] }): string {
  const cells = widgets.map((widget) => `<div class="widget ${widget.type}" style="grid-area:${widget.y + 1}/${widget.x + 1}/span ${widget.height}/span ${widget.width}">${contentOf(widget)}</div>`);
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 8px; font: 12px sans-serif; background: #f2f3f3; }
    main { display: grid; grid-template-columns: repeat(24, 1fr); grid-auto-rows: 40px; gap: 6px; }
    .widget { background: #fff; border: 1px solid #d5dbdb; padding: 6px; overflow: hidden; display: flex; flex-direction: column; min-width: 0; }
    .text { background: none; border: none; justify-content: center; } h1, h2 { margin: 0; font-size: 18px; } h2 { font-size: 15px; } p { margin: 2px 0; }
    h3 { margin: 0 0 4px; font-size: 12px; } svg { flex: 1; min-height: 0; } .legend span { margin-right: 8px; white-space: nowrap; }
    .alarms span { display: inline-block; margin: 2px; padding: 2px 6px; background: #d4f0dc; }
  </style><main>${cells.join('')}</main>`;
}

function contentOf({ type, properties }: any): string {
  switch (type) {
    case 'text': return markdown(properties.markdown);
    case 'alarm': return `<h3>${escaped(properties.title)}</h3><div class="alarms">${properties.alarms.map((arn: string) => `<span>${escaped(arn.replace(/.*:/, ''))}</span>`).join('')}</div>`;
    case 'log': return `<h3>${escaped(properties.title)}</h3><code>${escaped(properties.query)}</code>`;
    default: return graph(properties);
  }
}

function graph({ title, metrics }: any): string {
  const labels: string[] = metrics.map((metric: any[]) => metric[metric.length - 1]).filter(({ visible }: any) => visible !== false)
    .map(({ label, expression }: any) => label || expression);
  const lines = labels.map((_, line) => `<polyline fill="none" stroke="${COLORS[line % COLORS.length]}" points="${points(line)}"/>`);
  return `<h3>${escaped(title)}</h3><svg viewBox="0 0 300 100" preserveAspectRatio="none">${lines.join('')}</svg>
    <div class="legend">${labels.map((label, line) => `<span style="color:${COLORS[line % COLORS.length]}">■ ${escaped(label)}</span>`).join('')}</div>`;
}

function points(line: number): string {
  return Array.from({ length: 31 }, (_, index) => `${index * 10},${90 - 8 * line - 25 * Math.max(0, Math.sin(index / 3 + line))}`).join(' ');
}

function markdown(text: string): string {
  return text.split('\n').map((line) => escaped(line).replace(/\[([^\]]+)\]\((.*?)\)( ·|$)/g, '<a href="$2">$1</a>$3'))
    .map((line) => (line.startsWith('## ') ? `<h2>${line.slice(3)}</h2>` : line.startsWith('# ') ? `<h1>${line.slice(2)}</h1>` : `<p>${line}</p>`)).join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
