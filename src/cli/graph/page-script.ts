/** What the page does: filter, and from an arrow to its ways. Plain JavaScript for every browser of today; it reads only the page itself. */
export const SCRIPT = `
const filter = document.getElementById('filter');
const only = document.getElementById('only');
const details = [...document.querySelectorAll('details')];
const edges = [...document.querySelectorAll('.edge')];
const waysOf = (edge) => edge.dataset.ways.split(' ').map((way) => document.getElementById('way-' + way));

function show() {
  const wanted = filter.value.trim().toLowerCase();
  for (const way of details) way.hidden = !way.dataset.function.includes(wanted) || (only.checked && way.dataset.verdict === 'kept');
  for (const edge of edges) edge.classList.toggle('faded', waysOf(edge).every((way) => way.hidden));
  const left = details.filter((way) => !way.hidden).length;
  document.getElementById('shown').value = left === details.length ? '' : left + ' of ' + details.length + ' ways';
}

function choose(edge) {
  for (const other of edges) other.classList.toggle('chosen', other === edge);
  const ways = waysOf(edge);
  for (const way of details) way.open = ways.includes(way);
  const first = ways.find((way) => !way.hidden) || ways[0];
  first.scrollIntoView({ block: 'center' });
  first.querySelector('summary').focus({ preventScroll: true });
}

filter.addEventListener('input', show);
only.addEventListener('change', show);
for (const edge of edges) {
  edge.setAttribute('tabindex', '0');
  edge.setAttribute('role', 'button');
  edge.addEventListener('click', () => choose(edge));
  edge.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(edge);
  });
}
for (const way of details) way.addEventListener('toggle', () => {
  const number = way.id.slice(4);
  for (const edge of edges) if (edge.dataset.ways.split(' ').includes(number)) edge.classList.toggle('chosen', way.open);
});
show();
`;
