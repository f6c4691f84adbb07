"""Text to measure with: a .jsonl file, a folder of documents, or one made of the dictionary's words."""
import csv
import itertools
import json
import pathlib
import random
import re

IPADIC = pathlib.Path('/usr/share/mecab/dic/ipadic')  # the source: CSV in EUC-JP
SEED = 20180701
RECORD = 500  # letters, about


def words_of(name):
    with open(IPADIC / name, encoding='euc-jp') as lines:
        return [row[0] for row in csv.reader(lines)]


def zipfian(words, chance):
    """An endless draw: the n-th word, in an order shuffled once, comes up 1/n as often as the first."""
    chance.shuffle(words)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    while True:
        yield from chance.choices(words, cum_weights=weights, k=10000)


def sentences(chance):
    """As Japanese as dice are: nouns, some in compounds, with particles between, a verb at the end."""
    nouns = zipfian(words_of('Noun.csv') + words_of('Noun.verbal.csv') + words_of('Noun.place.csv'), chance)
    particles = zipfian(['の', 'に', 'は', 'を', 'が', 'と', 'で', 'も', 'から', 'まで', 'より'], chance)
    verbs = zipfian([word for word in words_of('Verb.csv') if word.endswith(('た', 'て', 'る', 'う'))], chance)
    while True:
        phrases = (next(nouns) + (next(nouns) if chance.random() < .2 else '') + next(particles)
                   for _ in range(chance.randint(2, 7)))
        yield ''.join(phrases) + next(verbs) + '。'


def made(megabytes):
    """Records of some 500 letters, of a size in all; always the same ones."""
    source, written = sentences(random.Random(SEED)), 0
    for number in itertools.count(1):
        text = ''
        while len(text) < RECORD:
            text += next(source)
        written += len(text.encode())
        yield {'id': f'made-{number}', 'title': text[:12], 'text': text}
        if written >= megabytes * 1e6:
            return


def beginning(lines, megabytes):
    """Records of a .jsonl file, up to a size of text in all; all of them without one."""
    written = 0
    for record in map(json.loads, lines):
        written += len((record.get('title') or '').encode()) + len(record['text'].encode())
        if megabytes and written > megabytes * 1e6:
            return
        yield record


def queries(docs, words_of_text, count=100):
    """(keywords, sentences) that stand in the documents: two nouns of one record; a sentence of 12 to 40 letters."""
    chance, keywords, whole = random.Random(SEED), [], []
    docs = list(docs)
    for key, title, text in chance.sample(docs, min(len(docs), 4 * count)):
        fits = [part for part in re.split(r'[。\s「」]+', text) if 12 <= len(part) <= 40]
        nouns = words_of_text(text[:200])
        if len(nouns) > 1 and len(keywords) < count:
            keywords.append(' '.join(chance.sample(nouns, 2)))
        if fits and len(whole) < count:
            whole.append(chance.choice(fits))
    return keywords, whole
