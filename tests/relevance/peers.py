#!/usr/bin/env python3
"""peers.py --bin BIN [--data FOLDER] [--half a|b]: Groonga and SQLite FTS5 on the files that evaluate.py asks, side by side.

Each peer is set up as well as we could; README.md tells how. Their queries are OR of words, best first: AND finds
nothing for whole questions.
"""
import itertools
import json
import math
import re
import sqlite3
import subprocess
import tempfile
import unicodedata
import urllib.parse

import evaluate
import score

# Width, case, hiragana and katakana, as far as Groonga's normalizer goes.
NORMALIZER = 'NormalizerNFKC150("unify_kana", true, "unify_hyphen_and_prolonged_sound_mark", true)'
CONTENT = ''.join(f', "target_class", "{kind}"' for kind in ('名詞', '動詞', '形容詞', '副詞', '未知語'))
# TokenMecab's base forms of words that mean something.
MECAB = 'TokenMecab("use_base_form", true, "include_class", true' + CONTENT + ')'


# Which words count, once each, matters more to Groonga's ranking than how often they occur: the best of some 20 settings.
RANKING = {'Mecab': 'scorer_tf_at_most(Mecab.text, 1) * 30 || scorer_tf_idf(Mecab.text)',
           'Bigram': 'scorer_tf_at_most(Bigram.text, 1) || scorer_tf_at_most(Bigram.title, 1)'}


def fold(text):
    return unicodedata.normalize('NFKC', text).casefold()


def runs_of_letters(text):
    """What stands between spaces and signs."""
    return re.findall(r'\w+', fold(text))


def grams(word, size):
    return [word[i:i + size] for i in range(len(word) - size + 1)]


def documents(exported):
    """(id, title, all other text) of exported records: names, procedures and phones are searched too."""
    for record in map(json.loads, exported):
        rest = [value for key, value in record.items() if key not in ('id', 'title', 'type', 'edition')]
        flat = itertools.chain.from_iterable(value if isinstance(value, list) else [value] for value in rest)
        yield record['id'], record.get('title', ''), '\n'.join(map(str, flat))


class Groonga:
    """One database with an index by TokenMecab and one by TokenBigram, over the title and over all text, title included."""

    def __init__(self, docs, folder):
        self.database = f'{folder}/groonga.db'
        lines = ['table_create Docs TABLE_HASH_KEY ShortText', 'column_create Docs title COLUMN_SCALAR Text',
                 'column_create Docs text COLUMN_SCALAR LongText']
        for name, tokenizer in (('Mecab', MECAB), ('Bigram', 'TokenBigram')):
            lines.append(command('table_create', name=name, flags='TABLE_PAT_KEY', key_type='ShortText',
                                 default_tokenizer=tokenizer, normalizer=NORMALIZER))
            lines += [command('column_create', table=name, name=column, flags='COLUMN_INDEX|WITH_POSITION', type='Docs',
                              source=column) for column in ('title', 'text')]
        rows = [{'_key': key, 'title': title, 'text': f'{title}\n{text}'} for key, title, text in docs]
        self.answers(lines + ['load --table Docs\n' + json.dumps(rows, ensure_ascii=False)], new=True)

    def answers(self, commands, new=False):
        arguments = ['groonga', *(['-n'] if new else []), self.database]
        done = subprocess.run(arguments, input='\n'.join(commands) + '\n', stdout=subprocess.PIPE, encoding='utf-8', check=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        for asked, (header, *_) in zip(commands, answers):
            if header[0]:
                raise RuntimeError(f'groonga: {asked[:200]}: {header}')
        return [answer[1] for answer in answers]

    def search(self, queries, index):
        """A run: OR of each query's words, in the index named."""
        words = self.mecab_words(queries) if index == 'Mecab' else bigram_words(queries)
        asked = {query: ' OR '.join(f'"{word}"' for word in found) for query, found in zip(queries, words) if found}
        commands = [command('select', table='Docs', match_columns=RANKING[index], query=text, output_columns='_key,_score',
                            sort_keys='-_score,_id', limit=score.DEPTH) for text in asked.values()]
        return {query: [key for key, _ in answer[0][2:]] for query, answer in zip(asked, self.answers(commands))}

    def mecab_words(self, queries):
        """The words of each query as TokenMecab cuts them."""
        answers = self.answers([command('tokenize', tokenizer=MECAB, normalizer=NORMALIZER, string=text)
                                for text in queries.values()])
        return [unique(re.sub(r'["\\]', '', token['value']) for token in answer) for answer in answers]


def command(verb, /, **arguments):
    return f'/d/{verb}?' + urllib.parse.urlencode(arguments)


def unique(words):
    return [word for word in dict.fromkeys(words) if word.strip()]


def bigram_words(queries):
    """Each run of letters whole, and its bigrams."""
    return [unique(piece for run in runs_of_letters(text) for piece in [run, *grams(run, 2)]) for text in queries.values()]


class Sqlite:
    """FTS5 with the trigram tokenizer: bm25 over OR of trigrams; runs of one or two letters by LIKE, worth their rarity."""

    def __init__(self, docs):
        self.base = sqlite3.connect(':memory:')
        self.base.execute("CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize='trigram')")
        self.base.executemany('INSERT INTO docs VALUES (?, ?, ?)', ((key, fold(title), fold(text)) for key, title, text in docs))
        self.count = self.base.execute('SELECT count(*) FROM docs').fetchone()[0]

    def by_trigrams(self, pieces):
        match = ' OR '.join(f'"{piece}"' for piece in pieces)
        return self.base.execute(f'SELECT id, -bm25(docs) FROM docs WHERE docs MATCH ?', (match,)).fetchall()

    def by_like(self, word):
        found = self.base.execute("SELECT id FROM docs WHERE title LIKE '%' || ?1 || '%' OR text LIKE '%' || ?1 || '%'", (word,)).fetchall()
        return [(key, math.log(1 + self.count / len(found))) for key, in found]

    def search(self, queries):
        run = {}
        for query, text in queries.items():
            words, total = unique(runs_of_letters(text)), {}
            pieces = unique(piece for word in words for piece in grams(word, 3))
            parts = [self.by_trigrams(pieces)] if pieces else []
            parts += [self.by_like(word) for word in words if len(word) < 3]
            for key, gain in itertools.chain.from_iterable(parts):
                total[key] = total.get(key, 0) + gain
            run[query] = sorted(total, key=lambda key: -total[key])[:score.DEPTH]
        return run


def peers_of(a_set, programs, temporary):
    """(name, function from queries to a run) of each peer, its index made."""
    docs = list(documents(programs.export(a_set.source)))
    groonga, lite = Groonga(docs, tempfile.mkdtemp(dir=temporary)), Sqlite(docs)
    for index in RANKING:
        yield f'Groonga Token{index}', lambda queries, index=index: groonga.search(queries, index)
    yield 'SQLite FTS5 trigram + LIKE', lite.search


def main():
    options = evaluate.arguments().parse_args()
    with tempfile.TemporaryDirectory(prefix='chiho-peers-') as temporary:
        programs = evaluate.Programs(options.bin, temporary)
        for a_set in evaluate.chosen_sets(options, programs):
            queries, qrels = evaluate.judged(a_set, programs, options.half)
            rows = [('chiho-search', score.score(programs.search(a_set.source, queries)[0], qrels, queries))]
            rows += [(name, score.score(ask(queries), qrels, queries)) for name, ask in peers_of(a_set, programs, temporary)]
            print(a_set.name, *score.table(rows), '', sep='\n', flush=True)


if __name__ == '__main__':
    main()
