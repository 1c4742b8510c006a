#!/usr/bin/env python3
"""Packs captured export requests into one compressed file a client, beside what must come out of them.

usage: pack.py CAPTURES_DIR NAME...
NAME/bodies.gz is gzip of records: one byte for the signal (t traces, l logs), four bytes length (little endian), the protobuf
body; bodies of other paths are left out. NAME/expected.json is copied.
"""
import gzip, json, pathlib, shutil, struct, sys

captures, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
for name in sys.argv[2:]:
    records = b''
    for line in open(captures / name / 'requests.jsonl'):
        request = json.loads(line)
        path = request['path']
        signal = 't' if path.endswith('/v1/traces') or 'TraceService' in path else 'l' if path.endswith('/v1/logs') or 'LogsService' in path else None
        if signal is None:
            continue
        body = (captures / name / request['file']).read_bytes()
        if request.get('content_encoding') == 'gzip':
            body = gzip.decompress(body)
        records += signal.encode() + struct.pack('<I', len(body)) + body
    (here / name).mkdir(exist_ok=True)
    (here / name / 'bodies.gz').write_bytes(gzip.compress(records, 9, mtime=0))
    shutil.copyfile(captures / name / 'expected.json', here / name / 'expected.json')
    print(name, len(records), (here / name / 'bodies.gz').stat().st_size)
