/** What the page looks like, in light and in dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --page: #ffffff; --box: #f6f8fa; --line: #d1d9e0; --kept: #1a7f37; --unknown: #9a6700; --lost: #cf222e; --focus: #0969da; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9198a1; --page: #0d1117; --box: #151b23; --line: #3d444d; --kept: #3fb950; --unknown: #d29922; --lost: #f85149; --focus: #4493f8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header { position: sticky; top: 0; z-index: 1; padding: 14px 24px; background: var(--page); border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 18px; }
header p { margin: 2px 0 8px; }
header label { margin-right: 18px; color: var(--soft); }
input[type=search] { width: 16em; padding: 4px 8px; font: inherit; color: inherit; background: var(--box); border: 1px solid var(--line); border-radius: 6px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
output { color: var(--soft); }
main { padding: 0 24px 48px; }
figure { margin: 16px 0; padding: 8px; max-height: 70vh; overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
.kept { color: var(--kept); } .unknown { color: var(--unknown); } .lost { color: var(--lost); }
.graph .edge { cursor: pointer; }
.graph .edge:hover, .graph .chosen { stroke-width: 4; }
.graph .faded { opacity: .15; }
details { border-bottom: 1px solid var(--line); }
summary { padding: 8px 4px; cursor: pointer; }
summary b { display: inline-block; min-width: 5em; }
summary small { color: var(--soft); margin-left: 10px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 4px 0 12px 24px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
details p { margin: 8px 0 2px 24px; }
pre { margin: 0 0 12px 24px; padding: 8px 12px; overflow-x: auto; background: var(--box); border: 1px solid var(--line); border-radius: 6px; font-size: 13px; }
`;
