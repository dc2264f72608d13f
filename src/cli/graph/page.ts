import { createHash } from 'crypto';
import { graphOf, waysOf } from './graph';
import { SCRIPT } from './page-script';
import { STYLE } from './page-style';
import { svg } from './svg';
import { counted } from '../report/counted';
import type { Report, Way } from '../report/report';
import { heardBy, nameIn, rowsOf } from '../report/text';
import { logs, look, replay } from '../runbook/commands';
import { escapeXml } from '../xml';

/** One page with everything in it: the graph, and each way with what to do. It loads nothing, and works without its script but for filter and clicks. */
export function page(report: Report): string {
  const ways = waysOf(report);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Where the errors of Lambda functions go</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Where the errors of Lambda functions go</h1>
<p>${summary(report)}</p>
<label>Show functions with <input id="filter" type="search" placeholder="a part of a name" autocomplete="off"></label>
<label><input id="only" type="checkbox"> only what is not kept</label>
<output id="shown" aria-live="polite"></output>
</header>
<main>
<figure tabindex="0" aria-label="Graph; the list below says the same">${svg(graphOf(report))}</figure>
<section aria-label="Ways of events">
${ways.map(detailsOf).join('\n')}
</section>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function summary({ totals: { functions, kept, lost, unknown, unavoidable, awaited } }: Report): string {
  const more = `${unavoidable > 0 ? `, ${unavoidable} lost where AWS has nothing to set` : ''}${awaited > 0 ? `, ${awaited} lost of which whoever waits is told` : ''}`;
  return `${counted(functions, 'function')}. Ways of their events: <b class="kept">${kept} kept</b>, <b class="lost">${lost} lost</b>, <b class="unknown">${unknown} unknown</b>${more}.`;
}

function detailsOf(way: Way, number: number): string {
  const from = `${way.from}${way.by.id === way.fn.id ? '' : ` ${way.by.name}`}`;
  const steps = [...logs(way.fn), ...way.copies.flatMap(look), ...replay(way)];
  return [
    `<details id="way-${number}" data-function="${escapeXml(nameIn(way.fn).toLowerCase())}" data-verdict="${way.verdict}">`,
    `<summary><b class="${way.verdict}">${way.verdict}</b> <span>${escapeXml(from)} → ${escapeXml(nameIn(way.fn))}</span> <small>${escapeXml(way.failures.join(', '))}</small> <small>heard by ${escapeXml(heardBy(way))}</small></summary>`,
    '<dl>', ...rowsOf(way).map(([label, text]) => `<dt>${escapeXml(label)}</dt><dd>${escapeXml(text)}</dd>`), '</dl>',
    ...steps.map(({ text, command }) => `<p>${escapeXml(text)}</p><pre tabindex="0"><code>${escapeXml(command)}</code></pre>`),
    '</details>',
  ].join('');
}
