#!/usr/bin/env python3
"""Packs the bodies of captured export requests into one compressed file a capture.

usage: make_bodies.py CAPTURES_DIR NAME...
Each file is gzip of records: one byte for the signal (t, l, m), four bytes length (little endian), the protobuf body.
Metrics are left out beyond the third of a capture.
"""
import gzip, json, pathlib, struct, sys

folder = pathlib.Path(sys.argv[1])
for name in sys.argv[2:]:
    out, metrics = b'', 0
    for line in open(folder / name / 'requests.jsonl'):
        request = json.loads(line)
        path = request.get('path', '').lower()
        signal = next((s for s in ('trace', 'log', 'metric') if s in path), None)
        if signal is None or request.get('content_type') != 'application/x-protobuf':
            continue
        metrics += signal == 'metric'
        if signal == 'metric' and metrics > 3:
            continue
        body = (folder / name / request['file']).read_bytes()
        if request.get('content_encoding') == 'gzip':
            body = gzip.decompress(body)
        out += signal[:1].encode() + struct.pack('<I', len(body)) + body
    path = pathlib.Path(__file__).parent / f'{name}.bodies.gz'
    path.write_bytes(gzip.compress(out, 9, mtime=0))
    print(path.name, len(out), path.stat().st_size)
