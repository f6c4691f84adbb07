#!/usr/bin/env python3
"""The scorer on runs small enough to score by hand, and the judgements' files against each other."""
import pathlib
import tomllib
import unittest

import score

HERE = pathlib.Path(__file__).resolve().parent
BROCHURE = HERE / 'brochure-2018-07'
DIGEST = HERE.parent.parent / 'corpus/2018-07'
QRELS = {'kw-1': {'x': 2, 'y': 1}, 'kw-2': {'y': 2, 'z': 2}, 'date-1': {'z': 1}}
QUERIES = {'kw-1': '水道', 'kw-2': '泡盛', 'date-1': '2018年'}


class Scoring(unittest.TestCase):
    def test_a_run_is_read_by_rank_and_ten_deep(self):
        lines = ['q Q0 second 2 1.0 t', 'q Q0 first 1 2.0 t'] + [f'q Q0 d{n} {n} 0.1 t' for n in range(3, 13)]
        run = score.read_run(lines)
        self.assertEqual(run['q'][:2], ['first', 'second'])
        self.assertEqual(len(run['q']), 10)

    def test_only_the_highest_grade_is_right(self):
        self.assertEqual(score.right_rank(['y', 'x'], QRELS['kw-1']), 2)
        self.assertEqual(score.right_rank(['z'], QRELS['kw-2']), 1)
        self.assertIsNone(score.right_rank(['y'], QRELS['kw-1']))

    def test_scores_by_hand(self):
        run = {'kw-1': ['y', 'x'], 'kw-2': ['z']}  # ranks 2 and 1; nothing for date-1
        s = score.score(run, QRELS, QUERIES)
        self.assertEqual(s.queries, 3)
        self.assertAlmostEqual(s.mrr, (1 / 2 + 1 + 0) / 3)
        self.assertAlmostEqual(s.recall1, 1 / 3)
        self.assertAlmostEqual(s.recall3, 2 / 3)
        self.assertAlmostEqual(s.no_hit, 1 / 3)

    def test_the_interval_is_the_same_each_time_and_holds_the_mean(self):
        run = {'kw-1': ['y', 'x'], 'kw-2': ['z']}
        s = score.score(run, QRELS, QUERIES)
        self.assertEqual(s, score.score(run, QRELS, QUERIES))
        self.assertLess(s.low, s.mrr)
        self.assertGreater(s.high, s.mrr)

    def test_queries_of_one_document_are_drawn_together(self):
        certain = score.bootstrap({'one document': [0, 1, 1, 0]})
        self.assertEqual(certain, (0.5, 0.5))

    def test_categories_are_the_ids_beginnings(self):
        rows = score.by_category({'kw-1': ['x']}, QRELS, QUERIES)
        self.assertEqual([(name, s.queries, s.mrr) for name, s in rows], [('kw', 2, 0.5), ('date', 1, 0)])

    def test_misses_tell_what_came_first(self):
        lines = list(score.misses({'kw-1': ['y', 'x'], 'kw-2': ['z']}, QRELS, QUERIES))
        self.assertEqual(lines, ['kw-1\t水道\tright: x: rank 2\tfirst: y (grade 1)',
                                 'date-1\t2018年\tright: z: not in 10\tfirst: nothing'])

    def test_an_article_stays_in_one_half(self):
        self.assertEqual({score.half_of(f'a10336p{n}q{n}') for n in range(9)}, {score.half_of('a10336p0q0')})
        self.assertEqual({score.half_of(f'a{n}p0q0') for n in range(40)}, {'a', 'b'})

    def test_records_are_found_by_type_page_and_title(self):
        exported = ['{"id":"e/case/slug","type":"case","page":20,"title":"泡盛ＰＲ イベント","text":"…"}']
        names, missing = score.resolve(['d/case/awamori\tcase\t20\t泡盛PRイベント\n', 'd/case/no\tcase\t19\t泡盛\n'], exported)
        self.assertEqual(names, {'d/case/awamori': 'e/case/slug'})
        self.assertEqual(missing, ['d/case/no: no case on p.19 called 泡盛'])


    def test_the_title_most_alike_is_taken_of_two_records_on_a_page(self):
        exported = ['{"id":"1","type":"contact","page":21,"title":"国内事業部市民参加推進課"}',
                    '{"id":"2","type":"contact","page":21,"title":"国内事業部大学連携課"}']
        names, _ = score.resolve(['x\tcontact\t21\tJICA国内事業部市民参加推進課'], exported)
        self.assertEqual(names, {'x': '1'})


class Judgements(unittest.TestCase):
    def test_every_query_is_judged_once_and_by_known_records(self):
        lines = (BROCHURE / 'queries.tsv').read_text('utf-8').splitlines()
        queries, qrels = score.read_queries(BROCHURE / 'queries.tsv'), score.read_qrels(BROCHURE / 'qrels')
        known = {line.split('\t')[0] for line in (BROCHURE / 'records.tsv').read_text('utf-8').splitlines()}
        self.assertEqual(len(lines), len(queries))
        self.assertEqual(len(set(queries.values())), len(queries))
        self.assertEqual(set(queries), set(qrels))
        for query, grades in qrels.items():
            self.assertLessEqual(set(grades), known, query)
            self.assertEqual(max(grades.values()), 2, query)

    def test_the_list_of_records_is_the_digests(self):
        offices = tomllib.loads((DIGEST / 'offices.toml').read_text('utf-8'))['office']
        expected = {(f'2018-07/contact/{office["id"]}', 'contact', str(office['page']), office['name'])
                    for office in offices if 'page' in office}
        for kind in ('scheme', 'case'):
            for path in (DIGEST / f'{kind}s').glob('*.toml'):
                record = tomllib.loads(path.read_text('utf-8'))
                expected.add((f'2018-07/{kind}/{path.stem}', kind, str(record['page']), record['title']))
        listed = (BROCHURE / 'records.tsv').read_text('utf-8').splitlines()
        self.assertEqual({tuple(line.split('\t')) for line in listed}, expected)


if __name__ == '__main__':
    unittest.main()
