// The page as people use it, in a real browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, folder, open, start } from './site.js';

let site;
before(async () => { site = await start(); });
after(async () => { await site.stop(); });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const q = encodeURIComponent;
const pages = {
  home: '/',
  results: `/search?q=${q('無償資金協力 水道')}`,
  filtered: `/search?type=case&type=scheme&audience=${q('企業')}&office=!${q('人事課')}`,
  second: '/search?type=contact&offset=10',
  nothing: `/search?q=${q('補助金')}`,
  corrected: `/search?q=${q('姉妹都布')}`,
  unclear: `/search?office=${q('開発協力総活課')}`,
  case: '/record/2018-07/case/cambodia-water',
  scheme: '/record/2018-07/scheme/grant-aid-with-local-governments',
  office: `/office/${q('開発協力総括課')}`,
  silent: `/office/${q('日露経済室')}`,
  edition: '/edition/2018-07',
  lost: '/nowhere',
};

const stories = [
  { words: '無償資金協力 水道', title: '上水道拡張計画', page: 'p.17', phone: '03-5501-8373' },
  { words: '外国語指導助手', title: 'JETプログラム', page: 'p.4' },
  { words: '姉妹都市', title: 'グローバル外交ネット', page: 'p.1' },
  { words: '職員 派遣 外務省', title: '外交実務研修員', page: 'p.4', phone: '03-5501-8087' },
  { words: 'awamori', page: 'p.5' },
  { words: '小学生 見学', title: '外務省訪問', page: 'p.2' },
];

for (const javaScript of [false, true]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(`the stories, clicked through ${how}`, async () => {
    for (const story of stories) {
      const page = await open(site, '/', { javaScript });
      await page.getByRole('searchbox', { name: '検索語' }).fill(story.words);
      await page.getByRole('button', { name: '検索' }).click();
      const first = page.getByRole('article').first();
      if (story.title) assert.match(await first.getByRole('heading').innerText(), new RegExp(story.title));
      assert.match(await first.locator('.about').innerText(), new RegExp(`${story.page}(?!\\d)`));
      assert.equal(await page.getByRole('searchbox').inputValue(), story.words);
      await first.getByRole('heading').getByRole('link').click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (story.phone)
        assert.equal(await page.getByRole('link', { name: story.phone }).first().getAttribute('href'), `tel:${story.phone}`);
      await page.goBack();
      assert.equal(await page.getByRole('searchbox').inputValue(), story.words);
      await close(page, assert);
    }
  });

  test(`narrowed by boxes, widened by chips, and back, ${how}`, async () => {
    const page = await open(site, `/search?q=${q('自治体')}`, { javaScript });
    const found = async () => Number.parseInt(await page.getByRole('status').innerText(), 10);
    const all = await found();
    const box = page.locator('fieldset', { hasText: '種類' }).getByRole('checkbox', { name: '事業例' });
    const promised = Number.parseInt((await box.locator('xpath=..').locator('.count').innerText()), 10);
    await box.check();
    await page.getByRole('button', { name: 'この条件で絞り込む' }).click();
    assert.equal(await found(), promised);
    assert.ok(promised < all);
    assert.equal(await box.isChecked(), true);
    assert.match(page.url(), /type=case/);
    await page.getByRole('link', { name: /事業例 を外す/ }).click();
    assert.equal(await found(), all);
    assert.equal(await box.isChecked(), false);
    await page.goBack();
    assert.equal(await found(), promised);
    // New words keep the filter.
    await page.getByRole('searchbox').fill('水道');
    await page.getByRole('searchbox').press('Enter');
    assert.match(page.url(), /type=case/);
    await page.getByRole('link', { name: '開発協力総括課' }).first().click();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '開発協力総括課');
    await close(page, assert);
  });

  test(`what one wants, from the tree, ${how}`, async () => {
    const page = await open(site, '/', { javaScript });
    await page.getByRole('link', { name: '外国の都市と交流したい' }).click();
    assert.match(await page.getByRole('main').innerText(), /便宜供与.*\n[^]*p\.9/);
    await close(page, assert);
  });

  test(`nothing found offers the general contact, ${how}`, async () => {
    const page = await open(site, pages.nothing, { javaScript });
    assert.match(await page.getByRole('status').innerText(), /見つかりません/);
    assert.equal(await page.getByRole('link', { name: '03-5501-8491' }).getAttribute('href'), 'tel:03-5501-8491');
    await close(page, assert);
  });
}

test('axe finds nothing on any page, light and dark, in both languages', async () => {
  for (const [name, path] of Object.entries(pages))
    for (const [colorScheme, lang] of [['light', 'ja'], ['dark', 'en']]) {
      const page = await open(site, `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, { colorScheme });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      assert.deepEqual(violations.map((fault) => `${name} ${fault.id}: ${fault.nodes[0].html}`), []);
      await page.context().close();
    }
});

test('nothing scrolls sideways: at 320 (which is 1280 at 400 %), 768 and 1280, and with letters twice as large', async () => {
  for (const [name, path] of Object.entries(pages))
    for (const width of [320, 768, 1280]) {
      const page = await open(site, path, { width });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} at ${width}: ${wide} too wide`);
      if (width === 1280) {
        const large = await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
          return document.documentElement.scrollWidth - innerWidth;
        });
        assert.ok(large <= 0, `${name} with large letters: ${large} too wide`);
      }
      await page.context().close();
    }
});

test('by keyboard alone: past the head, words, a result, a box', async () => {
  const page = await open(site, '/');
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.name);
  const visible = () => page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== 'none');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), '本文へ');
  assert.ok(await page.locator('.skip').isVisible());
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.type('水道');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search/);
  const seen = [];
  for (let i = 0; i < 200 && !seen.includes('type'); ++i) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement.name || document.activeElement.textContent.trim()));
    assert.ok(await visible(), `focus on ${seen.at(-1)} cannot be seen`);
  }
  assert.ok(seen.some((name) => name.includes('上水道拡張計画')));
  assert.ok(seen.includes('type'), 'the boxes can be reached');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/type=/);
  await close(page, assert);
});

test('typing counts, but not while an input method composes', async () => {
  const page = await open(site, '/');
  await page.getByRole('searchbox').focus();
  let asked = 0;
  page.on('request', (request) => { asked += request.url().includes('/search.json') ? 1 : 0; });
  await page.evaluate(() => {
    const box = document.getElementById('q');
    box.dispatchEvent(new CompositionEvent('compositionstart'));
    box.value = 'すいどう';
    box.dispatchEvent(new InputEvent('input', { isComposing: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: '/', isComposing: true, bubbles: true }));
  });
  await page.waitForTimeout(600);
  assert.equal(asked, 0);
  assert.equal(await page.locator('#live').innerText(), '');
  await page.evaluate(() => {
    const box = document.getElementById('q');
    box.value = '無償資金協力 水道';
    box.dispatchEvent(new CompositionEvent('compositionend'));
  });
  await page.locator('#live', { hasText: '1 件' }).waitFor();
  assert.equal(asked, 1);
  await close(page, assert);
});

test('the printed sheet has number and address, and no form', async () => {
  for (const [path, says] of [[pages.results, ['03-5501-8373', 'p.17']], [pages.case, ['03-5501-8373']],
    [`/search?q=${q('海外 展示 販売')}`, ['03-5501-8000', '内線5029', '@']]]) {
    const page = await open(site, path);
    const file = join(folder, 'sheet.pdf');
    await page.pdf({ path: file, format: 'A4' });
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const part of says) assert.ok(text.includes(part), `${part} is missing of ${text}`);
    assert.ok(!text.includes('この条件で絞り込む'));
    await close(page, assert);
  }
});

test('colours that the system forces leave everything legible', async () => {
  const page = await open(site, pages.filtered, { forcedColors: 'active' });
  const border = await page.locator('.chip').first().evaluate((chip) => getComputedStyle(chip).borderTopStyle);
  assert.equal(border, 'solid');
  await close(page, assert);
});
