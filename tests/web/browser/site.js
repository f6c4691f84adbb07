// A running `chiho-search serve` on the digest, and a Chromium to look at it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = new URL('../../..', import.meta.url).pathname;
const bin = process.env.CHIHO_BIN ?? join(root, 'build', 'bin');

export const folder = mkdtempSync(join(tmpdir(), 'chiho-browser-'));

export async function start() {
  const db = join(folder, 'index');
  execFileSync(join(bin, 'chiho-index'), ['build', join(root, 'corpus', '2018-07'), '--db', db]);
  const server = spawn(join(bin, 'chiho-search'), ['serve', '--db', db, '--listen', '127.0.0.1:0', '--access-log', join(folder, 'log')]);
  const url = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (bytes) => {
      said += bytes;
      if (said.includes('\n')) resolve(said.trim().replace(/\/$/, ''));
    });
    server.on('exit', () => reject(new Error('serve ended')));
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return {
    url,
    browser,
    async stop() {
      await browser.close();
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// A page that fails the test for anything that the browser complains of: a blocked resource, an error of the script.
export async function open(site, path, { javaScript = true, width = 1280, height = 900, ...more } = {}) {
  const context = await site.browser.newContext({
    javaScriptEnabled: javaScript, locale: 'ja-JP', viewport: { width, height }, ...more,
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('requestfailed', (request) => page.complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  await page.goto(site.url + path);
  return page;
}

export async function close(page, assert) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}
