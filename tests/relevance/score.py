#!/usr/bin/env python3
"""score.py --queries Q --qrels R RUN...: how well ranked answers (TREC run files) agree with judgements.

A query's right records are those of its highest grade. MRR@10 is the mean of 1/rank of the first right record, recall@k
the share of queries with a right record among the first k. Intervals: 95 %, by a bootstrap over documents, since queries
about one document stand or fall together.
"""
import argparse
import collections
import difflib
import json
import random
import re
import unicodedata
import zlib

DEPTH = 10
SEED = 20180701
RESAMPLES = 1000
ALIKE = 0.75  # titles of one record in two versions of an edition

Scores = collections.namedtuple('Scores', 'queries mrr low high recall1 recall3 recall10 no_hit')


def read_queries(path):
    """{query id: query}, in the file's order."""
    with open(path, encoding='utf-8') as file:
        return dict(line.rstrip('\n').split('\t', 1) for line in file if line.strip())


def read_qrels(path):
    """{query id: {record id: grade}}."""
    judged = collections.defaultdict(dict)
    with open(path, encoding='utf-8') as file:
        for line in filter(str.strip, file):
            query, _, record, grade = line.split()
            judged[query][record] = int(grade)
    return dict(judged)


def read_run(lines):
    """{query id: [record id, best first]} of lines `query Q0 record rank score name`."""
    ranked = collections.defaultdict(list)
    for line in filter(str.strip, lines):
        query, _, record, rank, *_ = line.split()
        ranked[query].append((int(rank), record))
    return {query: [record for _, record in sorted(hits)][:DEPTH] for query, hits in ranked.items()}


def folded(title):
    return re.sub(r'[\W_]+', '', unicodedata.normalize('NFKC', title).casefold())


def resolve(records, exported):
    """({judged id: id in an index}, faults): the record of the same type and page whose title is most alike.

    records: lines `id<TAB>type<TAB>page<TAB>title`; exported: what `chiho-index export` prints."""
    titles = collections.defaultdict(dict)
    for record in map(json.loads, filter(str.strip, exported)):
        titles[record['type'], str(record.get('page', ''))][folded(record.get('title', ''))] = record['id']
    names, missing = {}, []
    for line in filter(str.strip, records):
        judged, kind, page, title = line.rstrip('\n').split('\t')
        there = titles[kind, page]
        alike = difflib.get_close_matches(folded(title), there, n=1, cutoff=ALIKE)
        if alike:
            names[judged] = there[alike[0]]
        else:
            missing.append(f'{judged}: no {kind} on p.{page} called {title}')
    return names, missing


def half_of(query):
    """'a' or 'b'; questions of one article (a12345p0q0) fall into the same half."""
    article = re.match(r'a\d+(?=p)', query)
    return 'ab'[zlib.crc32((article.group() if article else query).encode()) % 2]


def right_records(grades):
    return {record for record, grade in grades.items() if grade == max(grades.values())}


def right_rank(ranked, grades):
    """The rank of the first right record, or None."""
    right = right_records(grades)
    return next((rank for rank, record in enumerate(ranked, 1) if record in right), None)


def bootstrap(gains_of_document):
    """The middle 95 % of the mean gain, documents drawn with replacement."""
    documents = [(sum(gains), len(gains)) for gains in gains_of_document.values()]
    chance = random.Random(SEED)
    means = []
    for _ in range(RESAMPLES):
        drawn = chance.choices(documents, k=len(documents))
        means.append(sum(gain for gain, _ in drawn) / sum(count for _, count in drawn))
    means.sort()
    return means[int(RESAMPLES * .025)], means[int(RESAMPLES * .975)]


def score(run, qrels, queries):
    """Scores over those of the queries that are judged."""
    asked = [query for query in queries if query in qrels]
    if not asked:
        raise ValueError('none of the queries is judged')
    ranks, gains = [], collections.defaultdict(list)
    for query in asked:
        rank = right_rank(run.get(query, []), qrels[query])
        ranks.append(rank)
        gains[min(right_records(qrels[query]))].append(1 / rank if rank else 0)
    low, high = bootstrap(gains)

    def within(depth):
        return sum(1 for rank in ranks if rank and rank <= depth) / len(asked)

    mrr = sum(1 / rank for rank in ranks if rank) / len(asked)
    no_hit = sum(1 for query in asked if not run.get(query)) / len(asked)
    return Scores(len(asked), mrr, low, high, within(1), within(3), within(10), no_hit)


HEADINGS = ('queries', 'MRR@10', '95 %', 'recall@1', 'recall@3', 'recall@10', 'no hit')


def table(rows):
    """Lines of a table of (name, Scores)."""
    width = max(len(name) for name, _ in rows)
    yield f'{"":{width}} {HEADINGS[0]:>8} {HEADINGS[1]:>7} {HEADINGS[2]:^11} ' + ' '.join(f'{h:>9}' for h in HEADINGS[3:])
    for name, s in rows:
        yield (f'{name:{width}} {s.queries:8} {s.mrr:7.4f} {s.low:.3f}–{s.high:.3f} '
               f'{s.recall1:9.4f} {s.recall3:9.4f} {s.recall10:9.4f} {s.no_hit:9.4f}')


def by_category(run, qrels, queries):
    """Rows, one for each part of the query ids before `-`."""
    groups = collections.defaultdict(list)
    for query in queries:
        groups[query.rsplit('-', 1)[0]].append(query)
    return [(category, score(run, qrels, members)) for category, members in groups.items()]


def misses(run, qrels, queries):
    """A line for each query whose first hit is not right."""
    for query, text in queries.items():
        hits, grades = run.get(query, []), qrels.get(query)
        rank = grades and right_rank(hits, grades)
        if grades and rank != 1:
            place = f'rank {rank}' if rank else f'not in {DEPTH}'
            first = f'{hits[0]} (grade {grades.get(hits[0], 0)})' if hits else 'nothing'
            yield f'{query}\t{text}\tright: {" ".join(sorted(right_records(grades)))}: {place}\tfirst: {first}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--queries', required=True)
    parser.add_argument('--qrels', required=True)
    parser.add_argument('--half', choices=('a', 'b'), help='only one half of the queries, divided by article')
    parser.add_argument('--categories', action='store_true', help='also by the query ids up to their last `-`')
    parser.add_argument('--misses', action='store_true', help='also each query whose first hit is not right')
    parser.add_argument('runs', nargs='+', metavar='RUN')
    options = parser.parse_args()
    queries, qrels = read_queries(options.queries), read_qrels(options.qrels)
    queries = {query: text for query, text in queries.items() if options.half in (None, half_of(query))}
    for path in options.runs:
        with open(path, encoding='utf-8') as file:
            run = read_run(file)
        rows = [(path, score(run, qrels, queries))] + (by_category(run, qrels, queries) if options.categories else [])
        print(*table(rows), sep='\n')
        if options.misses:
            print(*misses(run, qrels, queries), sep='\n')


if __name__ == '__main__':
    main()
