#!/usr/bin/env python3
"""Sends the requests of captures that were recorded over gRPC, over gRPC: replay_grpc.py HOST:PORT DIR..."""
import json
import os
import sys

import grpc

channel = grpc.insecure_channel(sys.argv[1], options=[("grpc.max_send_message_length", -1)])
for folder in sys.argv[2:]:
    with open(os.path.join(folder, "requests.jsonl")) as lines:
        requests = [json.loads(line) for line in lines]
    # Twice: what is sent again changes nothing.
    for request in requests * 2:
        with open(os.path.join(folder, request["file"]), "rb") as file:
            body = file.read()
        method = channel.unary_unary(request["path"], lambda message: message, lambda answer: answer)
        method(body, timeout=30, compression=grpc.Compression.Gzip)
    print(f"{os.path.basename(folder)}: {len(requests)} requests over gRPC")
