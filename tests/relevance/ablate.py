#!/usr/bin/env python3
"""ablate.py --bin BIN: what each part of a score gives, as MRR@10 lost when it is left out.

The sets are those of evaluate.py. The first hits of each query come with the parts of their scores (`--explain`); without one part,
they are put in order anew, within what matches equally well. What a part does to bring a record among these is not seen.
"""
import json
import tempfile

import evaluate
import score

DEPTH = 30  # hits put in order anew


def explained(programs, source, queries):
    """Of each query, its hits in order: (id, what it may be ordered among, score, {part: its share}); re-ranking is all signals."""
    batch = programs.temporary / 'batch.tsv'
    batch.write_text(''.join(f'{query}\t{text}\n' for query, text in queries.items()), 'utf-8')
    out = programs.run('chiho-search', '--db', programs.index(source), '--batch', batch, '--format', 'jsonl', '--explain',
                       '-n', str(DEPTH), allowed=(0, 1))
    hits = {}
    for line in out.splitlines():
        hit = json.loads(line)
        parts = {}
        for part in hit['explain']['parts']:
            for name in (part['part'], 're-ranking') if 'measured' in part else (part['part'],):
                parts[name] = parts.get(name, 0) + part['score']
        before = hits.setdefault(hit['query_id'], [])
        tier = (hit['matched_all'], hit['explain']['tier'])
        # What matches less begins where the score leaps up again.
        same = before and before[-1][1][1:] == tier and hit['score'] <= before[-1][2] + 1e-9
        group = before[-1][1][0] if same else len(before)
        before.append((hit['id'], (group, *tier), hit['score'], parts))
    return hits


def without(hits, part):
    """The ids of hits in the order that they have without one part of the score."""
    return [hit[0] for hit in sorted(hits, key=lambda hit: (hit[1][0], hit[3].get(part, 0) - hit[2]))]


def main():
    options = evaluate.arguments().parse_args()
    rows = {}
    with tempfile.TemporaryDirectory(prefix='chiho-ablate-') as temporary:
        programs = evaluate.Programs(options.bin, evaluate.pathlib.Path(temporary))
        sets = evaluate.chosen_sets(options, programs)
        for a_set in sets:
            queries, qrels = evaluate.judged(a_set, programs, options.half)
            hits = explained(programs, a_set.source, queries)
            parts = sorted({part for found in hits.values() for hit in found for part in hit[3]})
            for part in [None, *parts]:
                run = {query: without(found, part)[:score.DEPTH] for query, found in hits.items()}
                rows.setdefault(part, {})[a_set.name] = score.score(run, qrels, queries).mrr
    names = [a_set.name for a_set in sets]
    print(f'{"MRR@10":14}' + ''.join(f'{name:>24}' for name in names))
    print(f'{"all parts":14}' + ''.join(f'{rows[None][name]:24.4f}' for name in names))
    for part in sorted(filter(None, rows)):
        lost = [rows[part][name] - rows[None][name] if name in rows[part] else 0 for name in names]
        print(f'− {part:12}' + ''.join(f'{value:+24.4f}' for value in lost))


if __name__ == '__main__':
    main()
