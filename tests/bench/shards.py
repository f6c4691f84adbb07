#!/usr/bin/env python3
"""shards.py --bin BIN [--docs FOLDER|FILE.jsonl] [--mb N] [--shards N ...]: one index, and the same dealt to shards that
xapian-tcpsrv serves, all on this machine: the servers share its cores with the one who asks, and nothing is told of a network.

Only ratios within one run mean something: machines differ.
"""
import argparse
import contextlib
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

import bench
import corpus

COLUMNS = '{:16}{:>9}{:>9}{:>9}{:>16}{:>16}'


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(500):
        with contextlib.suppress(OSError), socket.create_connection(('127.0.0.1', port)):
            return
        time.sleep(0.01)
    sys.exit('xapian-tcpsrv does not listen')


@contextlib.contextmanager
def served(shards, stub):
    """The shards' files, each by a server of its own; `stub` lists them."""
    ports = {free_port(): shard for shard in shards}
    # Told to end, one ends its whole process group: each has its own.
    servers = [subprocess.Popen(['xapian-tcpsrv', '--quiet', '--interface', '127.0.0.1', '--port', str(port), str(shard)],
                                start_new_session=True, stderr=subprocess.DEVNULL)
               for port, shard in ports.items()]
    try:
        for port in ports:
            wait_for(port)
        stub.write_text(''.join(f'remote 127.0.0.1:{port}\n' for port in ports))
        yield stub
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def asked_of(programs, database, asked):
    talk = bench.Talk([programs / 'chiho-search', '--db', database, '--batch', '-', '--format', 'json'])
    times = [bench.timed(lambda query: talk.ask('q\t' + query), queries) for queries in asked]
    talk.close()
    return times


def row(name, built, size, times):
    return COLUMNS.format(name, f'{built.wall:.2f}', f'{built.peak:.0f}', f'{size:.2f}', *map(bench.warm, times))


def measured(options, count, source, folder, text_bytes, asked):
    """`count` shards, or one index that nobody serves."""
    database = folder / f'db-{count}'
    dealt = ['--shards', str(count)] if count else []
    built = bench.run([options.bin / 'chiho-index', 'build', source, '--db', database, *dealt])
    size = sum(file.stat().st_size for file in database.glob('*.glass')) / text_bytes
    if count == 0:
        return row('one index', built, size, asked_of(options.bin, database, asked))
    with served(sorted(database.glob('*-*.glass')), folder / f'{count}.stub') as stub:
        return row(f'{count} served', built, size, asked_of(options.bin, stub, asked))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=bench.HERE.parent.parent / 'build/bin', type=pathlib.Path)
    parser.add_argument('--docs', help='a folder of documents or editions, or a .jsonl file')
    parser.add_argument('--mb', type=float, help='megabytes of text: of a .jsonl file at most so many')
    parser.add_argument('--shards', type=int, nargs='*', default=[1, 2, 4])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='chiho-bench-') as temporary:
        folder = pathlib.Path(temporary)
        source = bench.source_of(options, options.mb, folder)
        docs = bench.export(options.bin, source, folder)
        asked = corpus.queries(docs, bench.nouns)
        size = sum(len(f'{title}\n{body}\n'.encode()) for _, title, body in docs)
        print(f'{size / 1e6:.1f} MB of text, {len(docs)} records; {len(asked[0])} keyword queries, {len(asked[1])} sentences')
        print(COLUMNS.format('', 'build', 'peak', 'index ÷', 'keywords, ms', 'sentences, ms'))
        print(COLUMNS.format('', 's', 'MB', 'text', 'p50 / p99', 'p50 / p99'))
        for count in [0, *options.shards]:
            print(measured(options, count, source, folder, size, asked), flush=True)


if __name__ == '__main__':
    main()
