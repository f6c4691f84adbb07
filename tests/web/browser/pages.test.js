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
  corrected: `/search?q=${q('ジャパンハウズ')}`,
  empty: '/search',
  ordered: `/search?q=${q('国際 交流')}&sort=page&match=any&type=case`,
  beyond: '/search?type=case&offset=500',
  unclear: `/search?q=${q('水道')}&office=${q('開発協力総活課')}`,
  unreadable: `/search?year=${q('いつか')}&type=case`,
  everywhere: `/search?q=${q('国際')}&edition=all&page=7`,
  case: '/record/2018-07/case/cambodia-water',
  scheme: '/record/2018-07/scheme/grant-aid-with-local-governments',
  office: `/office/${q('開発協力総括課')}`,
  silent: `/office/${q('日露経済室')}`,
  offices: '/office/',
  edition: '/edition/2018-07',
  nobody: `/office/${q('開発協力総活課')}`,
  lost: '/nowhere',
};

// What is asked; what the first answer is; what stands among the answers; whom to call on its page.
const stories = [
  { words: '無償資金協力 水道', title: '上水道拡張計画', page: 'p.17', also: ['p.7', '地方自治体と連携した無償資金協力'], phones: ['03-5501-8373'] },
  { words: '政府開発援助 水道', title: '上水道拡張計画', page: 'p.17' },
  { words: 'ODA 上水道', title: '上水道拡張計画', page: 'p.17' },
  { words: '外国語指導助手', title: 'JETプログラム', page: 'p.4' },
  { words: '海外 展示 販売', box: ['対象', '企業'], title: 'ジャパン・ハウス', page: 'p.6', also: ['03-5501-8000', '内線5029', '@mofa.go.jp'], phones: ['03-5501-8000'] },
  { words: '姉妹都市', title: 'グローバル外交ネット', page: 'p.1' },
  { words: '外国の都市と交流したい', title: '便宜供与', page: 'p.9' },
  { words: '職員 派遣 外務省', title: '外交実務研修員', page: 'p.4', also: ['p.14'], phones: ['03-5501-8087'] },
  { words: '泡盛', also: ['p.5', '日本産酒類', 'p.20', '香港'] },
  { words: 'アワモリ', also: ['p.5', '日本産酒類', 'p.20', '香港'] },
  { words: 'awamori', also: ['p.5', '日本産酒類', 'p.20', '香港'] },
  { words: 'ＥＰＡ セミナー', title: 'EPA', page: 'p.6', phones: ['03-5501-8341'] },
  { words: 'アフリカ インターンシップ', title: 'ABEイニシアティブ', page: 'p.7', phones: ['03-5501-8371', '03-5226-8734'] },
  { words: '現職参加', title: 'JICAボランティア', page: 'p.8', also: ['p.19'] },
  { words: '中小企業 電力', title: 'ヒマラヤ', page: 'p.18' },
  { words: '風評被害 ロシア', page: 'p.15', also: ['日露経済室', 'この版に電話番号の記載はありません'], phones: ['03-5501-8491'] },
  { words: '輸入規制 福島県', title: 'シンガポール', page: 'p.13' },
  { words: '小学生 見学', title: '外務省訪問', page: 'p.2' },
  { words: '03-5501-8373', title: '開発協力総括課', page: 'p.21', phones: ['03-5501-8373'] },
];

const box = (page, facet, value) => page.locator('fieldset', { has: page.locator('legend', { hasText: facet }) })
  .getByRole('checkbox', { name: value, exact: false });
const apply = (page) => page.getByRole('button', { name: 'この条件で絞り込む' }).click();

for (const javaScript of [false, true]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(`the stories, clicked through ${how}`, async () => {
    for (const story of stories) {
      const page = await open(site, '/', { javaScript });
      await page.getByRole('searchbox', { name: '検索語' }).fill(story.words);
      await page.getByRole('button', { name: '検索', exact: true }).click();
      if (story.box) {
        await box(page, ...story.box).first().check();
        await apply(page);
      }
      const asked = page.url();
      const first = page.getByRole('article').first();
      if (story.title) assert.match(await first.getByRole('heading').innerText(), new RegExp(story.title), story.words);
      if (story.page) assert.match(await first.locator('.about').innerText(), new RegExp(`${story.page}(?!\\d)`), story.words);
      const all = await page.getByRole('main').innerText();
      for (const part of story.also ?? []) assert.ok(all.includes(part), `${story.words}: ${part} is missing`);
      assert.equal(await page.getByRole('searchbox').inputValue(), story.words);
      await first.getByRole('heading').getByRole('link').click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      for (const phone of story.phones ?? [])
        assert.equal(await page.getByRole('link', { name: phone }).first().getAttribute('href'), `tel:${phone}`);
      await page.goBack();
      assert.equal(page.url(), asked);
      assert.equal(await page.getByRole('searchbox').inputValue(), story.words);
      await close(page, assert);
    }
  });

  test(`an office's schemes and cases, by its box, ${how}`, async () => {
    const page = await open(site, '/', { javaScript });
    await page.getByRole('searchbox').fill('開発協力総括課');
    await page.getByRole('searchbox').press('Enter');
    await box(page, '担当', '開発協力総括課').check();
    await page.getByRole('searchbox').fill('');
    await apply(page);
    const printed = async (kind) => (await page.locator('.about', { hasText: kind }).locator('.page').allInnerTexts()).sort();
    assert.deepEqual(await printed('制度'), ['p.7', 'p.7', 'p.7', 'p.7']);
    assert.deepEqual(await printed('事業例'), ['p.17', 'p.17', 'p.18', 'p.18']);
    assert.deepEqual(await printed('連絡先'), ['p.21']);
    await close(page, assert);
  });

  test(`a fiscal year of cases, ${how}`, async () => {
    const page = await open(site, `/search?year=${q('平成29年度')}&type=case&n=100`, { javaScript });
    const records = await page.getByRole('article').getByRole('heading').getByRole('link').evaluateAll((links) => links.map((link) => link.href));
    const texts = [];
    for (const record of records) {
      await page.goto(record);
      texts.push(await page.getByRole('main').innerText());
    }
    assert.ok(texts.some((text) => /平成30年2月19日|2018年2月19日/.test(text)));
    assert.ok(texts.every((text) => /年度\n+[^\n]*(2017|–)/.test(text)));
    await close(page, assert);
  });

  test(`narrowed by boxes, widened by chips, and back, ${how}`, async () => {
    const page = await open(site, `/search?q=${q('自治体')}`, { javaScript });
    const found = async () => Number.parseInt(await page.getByRole('status').innerText(), 10);
    const all = await found();
    const cases = box(page, '種類', '事業例');
    const promised = Number.parseInt((await cases.locator('xpath=..').locator('.count').innerText()), 10);
    await cases.check();
    await apply(page);
    assert.equal(await found(), promised);
    assert.ok(promised < all);
    assert.equal(await cases.isChecked(), true);
    assert.match(page.url(), /type=case/);
    await page.getByRole('link', { name: /事業例 を外す/ }).click();
    assert.equal(await found(), all);
    assert.equal(await cases.isChecked(), false);
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
      // What is folded away is looked at too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
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

test('magnified to 400 %, a narrow and low window shows all by scrolling down alone', async () => {
  for (const [name, path] of Object.entries(pages)) {
    const page = await open(site, path, { width: 320, height: 225, deviceScaleFactor: 4 });
    const cut = await page.evaluate(() => [...document.querySelectorAll('a, button, input:not([type=hidden]), p, dd, h1, h2, h3')]
      .filter((element) => element.checkVisibility() && !element.matches('.skip, .unseen') && element.closest('.unseen') === null)
      .filter((element) => { const place = element.getBoundingClientRect(); return place.left < -1 || place.right > innerWidth + 1; })
      .map((element) => element.outerHTML.slice(0, 80)));
    assert.deepEqual(cut, [], name);
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
    [`/search?q=${q('海外 展示 販売')}`, ['03-5501-8000', '内線5029', '@']], [pages.office, ['開発協力総括課', '03-5501-8373']],
    [pages.edition, ['2018年7月', '03-5501-8491', 'http://www.mofa.go.jp/']], [pages.nothing, ['03-5501-8491']]]) {
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
  const looks = (locator, name) => locator.first().evaluate((element, property) => getComputedStyle(element)[property], name);
  const filtered = await open(site, pages.filtered, { forcedColors: 'active' });
  assert.equal(await looks(filtered.locator('.chip'), 'borderTopStyle'), 'solid');
  assert.equal(await looks(filtered.locator('.choice [aria-current]'), 'borderBottomStyle'), 'solid');
  await close(filtered, assert);
  const results = await open(site, pages.results, { forcedColors: 'active' });
  assert.notEqual(await looks(results.locator('mark'), 'backgroundColor'), await looks(results.locator('body'), 'backgroundColor'));
  await results.keyboard.press('Tab');
  assert.equal(await looks(results.locator(':focus'), 'outlineStyle'), 'solid');
  await close(results, assert);
});

// To be looked at: CHIHO_SHOTS=FOLDER make -f Makefile.ci test-web
test('pictures of every page', { skip: !process.env.CHIHO_SHOTS }, async () => {
  for (const [name, path] of Object.entries(pages))
    for (const [how, options] of Object.entries({ phone: { width: 320 }, tablet: { width: 768 }, desk: {}, dark: { colorScheme: 'dark' },
      'dark-phone': { width: 320, colorScheme: 'dark' }, forced: { forcedColors: 'active' }, english: { locale: 'en-GB' }, print: {} })) {
      const page = await open(site, path, options);
      const file = join(process.env.CHIHO_SHOTS, `${name}-${how}`);
      if (how === 'print') {
        await page.pdf({ path: `${file}.pdf`, format: 'A4' });
        execFileSync('pdftoppm', ['-png', '-r', '60', `${file}.pdf`, file]);
      } else await page.screenshot({ path: `${file}.png`, fullPage: true });
      await page.context().close();
    }
});
