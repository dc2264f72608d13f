import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { chromium } from 'playwright-core';
import { pageOf } from './page';
import { bodyOf, service } from './support';
import { testWith } from '../support';

/** A laptop. */
const VIEWPORT = { width: 1_440, height: 900 };

testWith('chromium', 'drawn on a laptop, no text is cut off; DASHBOARD_PICTURE=<file> keeps the picture', async () => {
  const { stack, errorLogs } = service();
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.setContent(pageOf(bodyOf(stack, { watched: [stack], errorLogs, dashboardName: 'orders' })));
    const widgets = await page.$$eval('.widget', (found: any[]) => found.map(({ scrollHeight, clientHeight, scrollWidth, clientWidth, textContent }) =>
      ({ text: textContent, cut: scrollHeight > clientHeight || scrollWidth > clientWidth })));
    await page.screenshot({ path: process.env.DASHBOARD_PICTURE ?? join(folder, 'dashboard.png'), fullPage: true });

    expect(widgets.length).toBeGreaterThan(20);
    expect(widgets.filter(({ cut }) => cut)).toEqual([]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}, 60_000);
