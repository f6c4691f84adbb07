#!/usr/bin/env python3
"""web.py --bin BIN: how fast `chiho-search serve` answers on the brochure, whether a rebuild is ever felt, whether memory grows.

wrk asks, on the same machine. Only ratios within one run mean something. Exits 1 where an aim is missed.
"""
import argparse
import collections
import contextlib
import json
import pathlib
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EDITION = ROOT / 'corpus/2018-07'
QUERIES = ROOT / 'tests/relevance/brochure-2018-07/queries.tsv'
HOT = '/search?q=' + urllib.parse.quote('無償資金協力 水道')
OFFICE = '/office/' + urllib.parse.quote('開発協力総括課')

Load = collections.namedtuple('Load', 'answers seconds p50 p99 refused broken')


class Site:
    """A running server."""

    def __init__(self, programs, db, folder):
        self.process = subprocess.Popen([programs / 'chiho-search', 'serve', '--db', db, '--listen', '127.0.0.1:0',
                                         '--access-log', folder / 'access.log'], stdout=subprocess.PIPE, encoding='utf-8')
        self.url = self.process.stdout.readline().strip().rstrip('/')

    def get(self, target):
        with urllib.request.urlopen(self.url + target) as answer:
            return answer.read().decode()

    def resident(self):
        """MB."""
        status = pathlib.Path(f'/proc/{self.process.pid}/status').read_text('ascii')
        return int(re.search(r'VmRSS:\s+(\d+) kB', status)[1]) / 1024

    def stop(self):
        self.process.terminate()
        return self.process.wait()


def wrk(site, targets, connections, seconds, first=0):
    """Starts it; `told` has what came of it."""
    command = ['wrk', '-t', '1', '-c', connections, '-d', f'{seconds}s', '--timeout', '10s', '--latency', '-s', HERE / 'asks.lua', site.url,
               '--', targets, first]
    return subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, encoding='utf-8')


def told(process):
    return Load(**json.loads(process.communicate()[0].splitlines()[-1]))


def addresses(folder):
    """Files of addresses: name -> path. `new` asks for no page twice, so nothing of it is ready."""
    queries = [line.split('\t')[1] for line in QUERIES.read_text('utf-8').splitlines()]
    words = sorted({word for query in queries for word in query.split()})
    pairs = [f'{a} {b}' for a in words for b in words if a != b]
    random.Random(1).shuffle(pairs)
    address = lambda query, more='': '/search?q=' + urllib.parse.quote(query) + more
    lists = {'healthz': ['/healthz'], 'hot': [HOT], 'new': [address(pair) for pair in pairs],
             'varied': [address(query, more) for more in ('', '&type=case', '&offset=10', '&lang=en') for query in queries]}
    for name, lines in lists.items():
        (folder / name).write_text('\n'.join(lines) + '\n', 'utf-8')
    return {name: folder / name for name in lists}


def middle(loads):
    """Of several runs, each figure's median; faults are added up."""
    median = lambda name: statistics.median(getattr(load, name) for load in loads)
    return Load(*map(median, ('answers', 'seconds', 'p50', 'p99')), sum(load.refused for load in loads), sum(load.broken for load in loads))


class Asker:
    """Goes on in each list where it stopped, so that what was never asked before never was."""

    def __init__(self, site, files, connections):
        self.site, self.files, self.connections, self.asked = site, files, connections, collections.Counter()

    def ask(self, kind, seconds):
        load = told(wrk(self.site, self.files[kind], self.connections, seconds, self.asked[kind]))
        self.asked[kind] += load.answers + 2 * self.connections
        return load

    def ask_so_many(self, kind, answers):
        while answers > 0:
            answers -= self.ask(kind, 2).answers


def speed(asker, options):
    """The kinds take turns, so that other work on the machine falls on all of them."""
    kinds = {'healthz': '/healthz', 'hot': '/search, one address', 'varied': '/search, varied',
             'new': '/search, never asked before'}
    asker.ask_so_many('varied', 5000)
    asked_before = ('healthz', 'hot', 'varied')
    rounds = [{kind: asker.ask(kind, options.seconds) for kind in asked_before} for _ in range(options.rounds)]
    rows = {kind: middle([one[kind] for one in rounds]) for kind in asked_before}
    rows['new'] = middle([asker.ask('new', options.seconds) for _ in range(options.rounds)])
    rate = lambda kind: rows[kind].answers / rows[kind].seconds
    print(f"{'':28}{'a second':>10}{'÷ healthz':>11}{'p50, ms':>9}{'p99, ms':>9}{'p99 ÷ p50':>11}{'failed':>8}")
    for kind, name in kinds.items():
        row = rows[kind]
        print(f'{name:28}{rate(kind):10.0f}{rate(kind) / rate("healthz"):11.2f}{row.p50:9.2f}{row.p99:9.2f}{row.p99 / row.p50:11.1f}'
              f'{row.refused + row.broken:8}', flush=True)
    for kind in ('hot', 'varied'):
        yield f'{kind}: a quarter of the rate of healthz', rate(kind) >= rate('healthz') / 4
    for kind in ('hot', 'varied', 'new'):
        yield f'{kind}: p99 ≤ 6 × p50', rows[kind].p99 <= 6 * rows[kind].p50
    yield 'no request failed', all(row.refused + row.broken == 0 for row in rows.values())


def rebuilds(site, programs, db, files, folder, options, ending):
    """Two editions of the same name by turns, while others ask: nobody is refused, and the new one answers soon."""
    other = folder / '2018-07'
    shutil.copytree(EDITION, other)
    offices = other / 'offices.toml'
    offices.write_text(offices.read_text('utf-8').replace('03-5501-8373', '03-5501-9999'), 'utf-8')
    asking = wrk(site, files['varied'], options.connections, 3600)
    ending.callback(asking.kill)
    waits = []
    for number in range(options.rebuilds):
        source, phone = ((other, '9999'), (EDITION, '8373'))[number % 2]
        subprocess.run([programs / 'chiho-index', 'build', source, '--force', '--db', db], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        begin = time.monotonic()
        while f'tel:03-5501-{phone}' not in site.get(OFFICE):
            if time.monotonic() - begin > 10:
                sys.exit('the new index does not come into service')
        waits.append(time.monotonic() - begin)
    asking.send_signal(signal.SIGINT)
    load = told(asking)
    print(f'{options.rebuilds} rebuilds: {load.answers} answers meanwhile, {load.refused} refused, {load.broken} broken off; '
          f'the new index answered after {max(waits) * 1000:.0f} ms at most')
    yield 'no request failed during rebuilds', load.refused + load.broken == 0
    yield 'the new index within a second', max(waits) < 1


def memory(asker, options):
    """Warm: the pages kept have reached their bound."""
    part = options.memory // 4
    asker.ask_so_many('new', options.memory // 15)
    asker.ask_so_many('varied', part)
    warm, steps = asker.site.resident(), []
    for _ in range(4):
        asker.ask_so_many('new', part // 25)
        asker.ask_so_many('varied', part)
        steps.append(asker.site.resident())
    print(f'memory: {warm:.1f} MB warm; after each quarter of {options.memory} answers more: {", ".join(f"{step:.1f}" for step in steps)} MB')
    yield 'memory is flat', steps[-1] <= warm * 1.1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=ROOT / 'build/bin', type=pathlib.Path)
    parser.add_argument('--connections', default=32, type=int)
    parser.add_argument('--seconds', default=3, type=int, help='of each measurement')
    parser.add_argument('--rounds', default=5, type=int)
    parser.add_argument('--rebuilds', default=100, type=int)
    parser.add_argument('--memory', default=100000, type=int, help='answers over which memory is watched')
    options = parser.parse_args()
    if not shutil.which('wrk'):
        sys.exit('wrk is missing')
    missed = []
    with tempfile.TemporaryDirectory(prefix='chiho-bench-web-') as temporary, contextlib.ExitStack() as ending:
        folder = pathlib.Path(temporary)
        db = folder / 'db'
        subprocess.run([options.bin / 'chiho-index', 'build', EDITION, '--db', db], stdout=subprocess.DEVNULL, check=True)
        files = addresses(folder)
        site = Site(options.bin, db, folder)
        ending.callback(site.stop)
        print(f'{options.connections} connections, {options.rounds} rounds of {options.seconds} s, the median of each figure')
        asker = Asker(site, files, options.connections)
        for part in (speed(asker, options), rebuilds(site, options.bin, db, files, folder, options, ending), memory(asker, options)):
            missed += [aim for aim, reached in part if not reached]
    for aim in missed:
        print(f'MISSED: {aim}')
    sys.exit(1 if missed else 0)


if __name__ == '__main__':
    main()
