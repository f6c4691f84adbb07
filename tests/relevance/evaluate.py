#!/usr/bin/env python3
"""evaluate.py --bin BIN: builds indexes in a temporary folder, asks the shipped chiho-search, and prints its scores.

By default the brochure's judged set on the digest; and, where CHIHO_TEST_DATA names a folder with brochure/ and eval/,
on the imported text too, and the question sets there. Or one set of your own: --data FOLDER (docs.jsonl and
questions, keywords, compounds as .tsv and .qrels), or --docs, --queries and --qrels.
"""
import argparse
import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import score

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BROCHURE = HERE / 'brochure-2018-07'
KINDS = ('questions', 'keywords', 'compounds')  # those of a --data folder; the words of the last two are also reversed

# A question set: what to index, what to ask, what is right; records where ids differ from those judged.
Set = collections.namedtuple('Set', 'name source queries qrels records reverse', defaults=(None, False))


class Programs:
    """The shipped programs, and indexes they built in a temporary folder."""

    def __init__(self, folder, temporary):
        self.folder, self.temporary, self.indexes = pathlib.Path(folder), pathlib.Path(temporary), {}

    def run(self, name, *arguments, allowed=(0,)):
        done = subprocess.run([self.folder / name, *arguments], stdout=subprocess.PIPE, encoding='utf-8')
        if done.returncode not in allowed:
            sys.exit(f'{name} {" ".join(map(str, arguments))}: exit {done.returncode}')
        return done.stdout

    def index(self, source):
        if source not in self.indexes:
            self.indexes[source] = self.temporary / f'index-{len(self.indexes)}'
            self.run('chiho-index', 'build', source, '--db', self.indexes[source])
        return self.indexes[source]

    def import_brochure(self, text):
        folder = self.temporary / 'imported'
        self.run('chiho-index', 'import', text, '--edition', '2018-07', '-o', folder,
                 '--corrections', ROOT / 'corpus/corrections/2018-07.toml')
        return folder

    def export(self, source):
        return self.run('chiho-index', 'export', self.index(source)).splitlines()

    def search(self, source, queries):
        """(run, seconds) of a batch."""
        batch = self.temporary / 'batch.tsv'
        batch.write_text(''.join(f'{query}\t{text}\n' for query, text in queries.items()), 'utf-8')
        database, begin = self.index(source), time.monotonic()
        out = self.run('chiho-search', '--db', database, '--batch', batch, '--format', 'trec', '-n', str(score.DEPTH),
                       allowed=(0, 1))
        return score.read_run(out.splitlines()), time.monotonic() - begin


def folder_sets(folder):
    folder = pathlib.Path(folder)
    return [Set(f'{folder.name} {kind}', folder / 'docs.jsonl', folder / f'{kind}.tsv', folder / f'{kind}.qrels',
                reverse=kind != 'questions') for kind in KINDS if (folder / f'{kind}.tsv').exists()]


def brochure_set(name, source):
    return Set(f'brochure, {name}', source, BROCHURE / 'queries.tsv', BROCHURE / 'qrels', BROCHURE / 'records.tsv')


def chosen_sets(options, programs):
    if options.docs:
        return [Set(pathlib.Path(options.queries).stem, options.docs, options.queries, options.qrels, reverse=options.reverse)]
    if options.data:
        return folder_sets(options.data)
    sets = [brochure_set('digest', ROOT / 'corpus/2018-07')]
    shared = os.environ.get('CHIHO_TEST_DATA')
    if shared:
        text = pathlib.Path(shared, 'brochure/2018-07.txt')
        sets += [brochure_set('imported', programs.import_brochure(text))] if text.exists() else []
        sets += [a_set for docs in sorted(pathlib.Path(shared, 'eval').glob('*/docs.jsonl')) for a_set in folder_sets(docs.parent)]
    return sets


def judged(a_set, programs, half):
    """(queries, qrels) with the ids that the set's index has."""
    queries, qrels = score.read_queries(a_set.queries), score.read_qrels(a_set.qrels)
    if a_set.records:
        with open(a_set.records, encoding='utf-8') as records:
            names, missing = score.resolve(records, programs.export(a_set.source))
        for fault in missing:
            print(f'{a_set.name}: {fault}', file=sys.stderr)
        qrels = {query: {names.get(record, record): grade for record, grade in grades.items()} for query, grades in qrels.items()}
    return {query: text for query, text in queries.items() if half in (None, score.half_of(query))}, qrels


def backwards(queries):
    return {query: ' '.join(reversed(text.split())) for query, text in queries.items()}


def evaluate(a_set, programs, half):
    """Asks a set and prints what is particular to it; rows for the table of all."""
    queries, qrels = judged(a_set, programs, half)
    run, seconds = programs.search(a_set.source, queries)
    rows = [(a_set.name, score.score(run, qrels, queries))]
    if a_set.reverse:
        rows.append((f'{a_set.name}, reversed', score.score(programs.search(a_set.source, backwards(queries))[0], qrels, queries)))
    print(f'{a_set.name}: {len(queries)} queries in {seconds:.1f} s')
    if a_set.records:
        print(*score.table(score.by_category(run, qrels, queries)), sep='\n')
        print('\nThe right record is not first:')
        print(*score.misses(run, qrels, queries), sep='\n')
        print()
    return rows


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=ROOT / 'build/bin', help='where chiho-index and chiho-search are')
    parser.add_argument('--data', help='a folder of docs.jsonl and questions, keywords, compounds')
    parser.add_argument('--docs', help='a .jsonl file or an edition folder, with --queries and --qrels')
    parser.add_argument('--queries')
    parser.add_argument('--qrels')
    parser.add_argument('--reverse', action='store_true', help="also with each query's words in reverse order")
    parser.add_argument('--half', choices=('a', 'b'), help='only one half of the queries, divided by article')
    return parser


def main():
    parser = arguments()
    options = parser.parse_args()
    if len({bool(options.docs), bool(options.queries), bool(options.qrels)}) != 1:
        parser.error('--docs, --queries and --qrels go together')
    with tempfile.TemporaryDirectory(prefix='chiho-eval-') as temporary:
        programs = Programs(options.bin, temporary)
        rows = [row for a_set in chosen_sets(options, programs) for row in evaluate(a_set, programs, options.half)]
    print(*score.table(rows), sep='\n')
    print(f'95 %: bootstrap over documents, {score.RESAMPLES} resamples, seed {score.SEED}')


if __name__ == '__main__':
    main()
