import { execFileSync } from 'child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { page as html } from '../../../src/cli/graph/page';
import { testWith } from '../../support';
import { keptTemplate, lossyTemplate, removeWritten, reportOf, written } from '../support';

let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  removeWritten();
});

/** The page of a function whose events are kept and another one whose events get lost. */
async function open(colorScheme: 'light' | 'dark'): Promise<{ page: Page; errors: string[] }> {
  browser ??= await chromium.launch({
    executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const { functions, ...rest } = reportOf(keptTemplate(), 'Kept');
  const file = written('page.html', html({ ...rest, functions: [...functions, ...reportOf(lossyTemplate(), 'Lossy').functions] }));
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(`file://${file}`);
  return { page, errors };
}

const visible = (page: Page) => page.locator('details:visible').count();

testWith('chromium', 'filters by function, and by what is not kept', async () => {
  const { page, errors } = await open('light');
  const all = await visible(page);
  await page.fill('#filter', 'lossy');
  const lossy = await visible(page);
  await page.check('#only');
  const lost = await visible(page);

  expect({ all, lossy, lost, errors }).toEqual({ all: 8, lossy: 4, lost: 2, errors: [] });
  expect(await page.textContent('#shown')).toBe('2 of 8 ways');
});

testWith('chromium', 'goes from an arrow to its runbook by click and by keyboard', async () => {
  const { page } = await open('light');
  await page.locator('.edge.lost').first().focus();
  await page.keyboard.press('Enter');

  expect(await page.locator('details[open]').count()).toBeGreaterThan(0);
  expect(await page.locator('details[open] summary >> nth=0').textContent()).toMatch(/SNS subscription Subscription → Lossy\/Notify/);
  expect(await page.evaluate(() => (globalThis as any).document.activeElement.tagName)).toBe('SUMMARY');

  await page.locator('.edge.kept').first().click({ force: true });

  expect(await page.locator('details[open] summary >> nth=0').textContent()).toMatch(/→ Kept\/Notify/);
});

testWith('chromium', 'is legible in light and in dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const { page } = await open(scheme);
    const contrasts = await page.evaluate(CONTRASTS);
    expect(Math.min(...contrasts as number[])).toBeGreaterThan(4.5);
    await page.close();
  }
});

/** The contrast of every text with what is behind it, by the formula of WCAG 2. */
const CONTRASTS = `(() => {
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const behind = (element) => { for (let e = element; e; e = e.parentElement) { const { backgroundColor } = getComputedStyle(e); if (!/, 0\\)$|transparent/.test(backgroundColor)) return rgb(backgroundColor); } return [255, 255, 255]; };
  const page = rgb(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('h1, p, b, small, dt, dd, summary, label, text, code')].map((element) => {
    const isSvg = element.namespaceURI.endsWith('svg');
    const style = getComputedStyle(element);
    const box = isSvg && element.parentElement.querySelector(':scope > rect');
    const ground = box ? rgb(getComputedStyle(box).fill) : isSvg ? page : behind(element);
    const [a, b] = [light(rgb(isSvg ? style.fill : style.color)), light(ground)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
})()`;
