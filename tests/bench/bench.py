#!/usr/bin/env python3
"""bench.py --bin BIN [--docs FOLDER|FILE.jsonl] [--mb N ...]: how fast, how big, beside MeCab, Groonga and SQLite, in one run.

Without --docs it makes records of the dictionary's words. Of several sizes it tells how the build grows. Only ratios within
one run mean something: machines differ.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import corpus

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'relevance'))
import peers  # noqa: E402

MECAB = ['mecab', '-r', '/dev/null', '-d', '/var/lib/mecab/dic/ipadic-utf8', '-b', '100000']
COLD_RUNS = 15

Used = collections.namedtuple('Used', 'wall cpu peak')  # s, s, MB
Row = collections.namedtuple('Row', 'name built size cold keywords sentences')


# Starts a program and tells what it used. A small one of its own: a child's peak is never below that of who started it.
STARTER = """import os, sys, time
begin = time.monotonic()
program = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, '/dev/null', os.O_WRONLY, 0)])
_, status, usage = os.wait4(program, 0)
print(os.waitstatus_to_exitcode(status), time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)"""


def run(arguments, stdin=subprocess.DEVNULL, allowed=(0,)):
    """What a program used of the machine, its children included."""
    done = subprocess.run([sys.executable, '-SIc', STARTER, *map(str, arguments)], stdin=stdin, stdout=subprocess.PIPE, check=True)
    code, *used = map(float, done.stdout.split())
    if code not in allowed:
        sys.exit(f'{arguments[0]}: exit {code:.0f}')
    return Used(*used)


def cold(arguments, allowed=(0,)):
    """Milliseconds of a whole process, the median; the files are in the system's cache."""
    return statistics.median(run(arguments, allowed=allowed).wall for _ in range(COLD_RUNS)) * 1000


def timed(ask, queries):
    """Milliseconds of each query, every one asked once before."""
    def once(query):
        begin = time.perf_counter()
        ask(query)
        return (time.perf_counter() - begin) * 1000
    for query in queries:
        once(query)
    return [once(query) for query in queries]


def bytes_of(path):
    """On the disk, of a database: the file, and those beside it whose names begin with its own."""
    return sum(file.stat().st_blocks * 512 for file in path.parent.glob(path.name + '*'))


class Talk:
    """A program that answers each line it is given with one line."""

    def __init__(self, arguments):
        self.process = subprocess.Popen([str(a) for a in arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, line):
        self.process.stdin.write(line.encode() + b'\n')
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def our_row(programs, source, folder, asked, jobs):
    database = folder / 'index'
    built = run([programs / 'chiho-index', 'build', source, '--db', database, '--force', *jobs])
    search = [programs / 'chiho-search', '--db', database]
    talk = Talk([*search, '--batch', '-', '--format', 'json'])
    times = [timed(lambda query: talk.ask('q\t' + query), queries) for queries in asked]
    talk.close()
    size = sum(file.stat().st_size for file in database.glob('*.glass'))
    return Row('chiho-search', built, size, cold([*search, '--json', '--', asked[0][0]], (0, 1)), *times)


def rebuilt(programs, source, folder, jobs):
    """The build once more, of a source in which one record, in its middle, says more."""
    lines = source.read_text('utf-8').splitlines()
    record = json.loads(lines[len(lines) // 2])
    record['text'] += '灯台の光が港を照らす。'
    lines[len(lines) // 2] = json.dumps(record, ensure_ascii=False)
    source.write_text('\n'.join(lines) + '\n', 'utf-8')
    return run([programs / 'chiho-index', 'build', source, '--db', folder / 'index', *jobs])


def sqlite_row(docs, folder, asked):
    """FTS5 trigram: bm25 over OR of trigrams. Words of one or two letters it cannot look up: they are not asked."""
    database, script = folder / 'lite.db', folder / 'lite.sql'
    quote = lambda text: "'" + text.replace("'", "''").replace('\0', '') + "'"
    with open(script, 'w', encoding='utf-8') as out:
        out.write("CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize='trigram');\nBEGIN;\n")
        for row in docs:
            out.write(f"INSERT INTO docs VALUES ({', '.join(map(quote, row))});\n")
        out.write("COMMIT;\nINSERT INTO docs(docs) VALUES ('optimize');\n")
    with open(script, 'rb') as stdin:
        built = run(['sqlite3', database], stdin)
    base = sqlite3.connect(database)

    def statement(query):
        grams = peers.unique(gram for word in peers.runs_of_letters(query) for gram in peers.grams(word, 3)) or ['\x7f']
        match = ' OR '.join(f'"{gram}"' for gram in grams)
        return f"SELECT id, title, snippet(docs, 2, '[', ']', '', 40) FROM docs WHERE docs MATCH {quote(match)} ORDER BY rank LIMIT 10"

    times = [timed(lambda query: base.execute(statement(query)).fetchall(), queries) for queries in asked]
    return Row('SQLite FTS5 trigram', built, bytes_of(database), cold(['sqlite3', '-json', database, statement(asked[0][0])]), *times)


def groonga_row(docs, folder, asked, words_of_text):
    """TokenMecab over title and text. Keywords: all of them; sentences: any of their nouns, and apart from that any word."""
    database, script = folder / 'groonga.db', folder / 'groonga.grn'
    command = peers.command
    lines = ['table_create Docs TABLE_HASH_KEY ShortText', 'column_create Docs title COLUMN_SCALAR Text',
             'column_create Docs text COLUMN_SCALAR LongText',
             command('table_create', name='Mecab', flags='TABLE_PAT_KEY', key_type='ShortText', default_tokenizer=peers.MECAB,
                     normalizer=peers.NORMALIZER)]
    lines += [command('column_create', table='Mecab', name=column, flags='COLUMN_INDEX|WITH_POSITION', type='Docs', source=column)
              for column in ('title', 'text')]
    rows = (json.dumps({'_key': key, 'title': title, 'text': text}, ensure_ascii=False) for key, title, text in docs)
    with open(script, 'w', encoding='utf-8') as out:
        out.write('\n'.join(lines) + '\nload --table Docs\n[\n' + ',\n'.join(rows) + '\n]\n')
    with open(script, 'rb') as stdin:
        built = run(['groonga', '-n', database], stdin)

    def select(words, joint):
        query = joint.join('"' + re.sub(r'["\\]', '', word) + '"' for word in words)
        return command('select', table='Docs', match_columns='Mecab.title || Mecab.text', query=query, sort_keys='-_score',
                       output_columns='_key,_score,title,snippet_html(text)', limit=10, command_version=2, cache='no')

    wanted = [[select(query.split(), ' ') for query in asked[0]], [select(words_of_text(query) or [query], ' OR ') for query in asked[1]],
              [select(every_word(query), ' OR ') for query in asked[1]]]
    talk = Talk(['groonga', database])
    *times, of_every_word = [timed(talk.ask, queries) for queries in wanted]
    talk.close()
    print(f'Groonga, asked for every word of a sentence and not its nouns alone: {warm(of_every_word)} ms')
    return Row('Groonga TokenMecab', built, bytes_of(database), cold(['groonga', database, wanted[0][0]]), *times)


def every_word(text):
    """Particles and endings too, by MeCab; without symbols."""
    done = subprocess.run([*MECAB, '-Owakati'], input=text.replace('\n', ' ') + '\n', stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return peers.unique(word for word in done.stdout.split() if re.fullmatch(r'\w+', word))


def nouns(text):
    """Nouns of two letters and more, by MeCab."""
    done = subprocess.run([*MECAB, '-F', '%m\\t%f[0]\\n', '-U', '\\n', '-E', ''], input=text.replace('\n', ' ') + '\n',
                          stdout=subprocess.PIPE, encoding='utf-8', check=True)
    found = (line.split('\t') for line in done.stdout.splitlines() if '\t' in line)
    return peers.unique(word for word, kind in found if kind == '名詞' and len(word) > 1 and re.fullmatch(r'\w+', word))


def warm(times):
    return f'{statistics.median(times):.2f} / {statistics.quantiles(times, n=100)[98]:.2f}'


def table(rows, floor, text_bytes):
    columns = '{:22}{:>9}{:>9}{:>8}{:>8}{:>9}{:>9}{:>16}{:>16}'
    yield columns.format('', 'build', '× MeCab', 'cpu', 'peak', 'index ÷', 'cold', 'keywords, ms', 'sentences, ms')
    yield columns.format('', 's', 'wall', '×', 'MB', 'text', 'ms', 'p50 / p99', 'p50 / p99')
    yield columns.format('mecab -Owakati', f'{floor.wall:.2f}', '1.00', '1.00', f'{floor.peak:.0f}', '', '', '', '')
    for row in rows:
        yield columns.format(row.name, f'{row.built.wall:.2f}', f'{row.built.wall / floor.wall:.2f}', f'{row.built.cpu / floor.cpu:.2f}',
                             f'{row.built.peak:.0f}', f'{row.size / text_bytes:.2f}', f'{row.cold:.1f}', warm(row.keywords), warm(row.sentences))


def source_of(options, megabytes, folder):
    """What `build` is given."""
    if options.docs and not options.docs.endswith('.jsonl'):
        return pathlib.Path(options.docs)
    source = folder / 'docs.jsonl'
    with open(source, 'w', encoding='utf-8') as out:
        if options.docs:
            with open(options.docs, encoding='utf-8') as lines:
                out.writelines(json.dumps(record, ensure_ascii=False) + '\n' for record in corpus.beginning(lines, megabytes))
        else:
            out.writelines(json.dumps(record, ensure_ascii=False) + '\n' for record in corpus.made(megabytes or 1))
    return source


def export(programs, source, folder):
    """(id, title, text) of every record, through the shipped programs: everyone is given the same."""
    run([programs / 'chiho-index', 'build', source, '--db', folder / 'ours'])
    done = subprocess.run([programs / 'chiho-index', 'export', folder / 'ours'], stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return list(peers.documents(done.stdout.splitlines()))


def measured(options, megabytes):
    """Prints the table for one size, and returns it and the time of our build."""
    jobs = ['--jobs', options.jobs] if options.jobs else []
    with tempfile.TemporaryDirectory(prefix='chiho-bench-') as temporary:
        folder = pathlib.Path(temporary)
        source = source_of(options, megabytes, folder)
        docs = export(options.bin, source, folder)
        text = folder / 'text.txt'
        text.write_text(''.join(f'{title}\n{body}\n' for _, title, body in docs), 'utf-8')
        asked = corpus.queries(docs, nouns)
        if not all(asked):
            sys.exit('too little text to ask for')
        size = text.stat().st_size
        print(f'{size / 1e6:.1f} MB of text, {len(docs)} records; {len(asked[0])} keyword queries, {len(asked[1])} sentences', flush=True)
        floor = min((run([*MECAB, '-Owakati', text]) for _ in range(3)), key=lambda used: used.wall)
        rows = [our_row(options.bin, source, folder, asked, jobs)]
        if not options.alone:
            rows += [sqlite_row(docs, folder, asked)] if shutil.which('sqlite3') else []
            rows += [groonga_row(docs, folder, asked, nouns)] if shutil.which('groonga') else []
        print(*table(rows, floor, size), sep='\n')
        if source.is_relative_to(folder):
            again = rebuilt(options.bin, source, folder, jobs)
            print(f'one record changed: {again.wall:.2f} s, {again.wall / rows[0].built.wall:.2f} of the whole build')
        print(flush=True)
        return size, rows[0].built.wall


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=HERE.parent.parent / 'build/bin', type=pathlib.Path)
    parser.add_argument('--docs', help='a folder of documents or editions, or a .jsonl file')
    parser.add_argument('--mb', type=float, nargs='*', default=[None], help='megabytes of text: of a .jsonl file at most so many')
    parser.add_argument('--jobs', help='given to chiho-index build')
    parser.add_argument('--alone', action='store_true', help='without Groonga and SQLite')
    options = parser.parse_args()
    built = [measured(options, megabytes) for megabytes in options.mb or [None]]
    for (less, before), (more, after) in zip(built, built[1:]):
        print(f'{more / less:.2f} × the text: {after / before:.2f} × the build')


if __name__ == '__main__':
    main()
