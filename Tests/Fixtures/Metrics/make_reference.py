#!/usr/bin/env python3
"""Packs bodies of metrics requests with what opentelemetry-proto reads in them, one record of JSON a line, compressed.

usage: make_reference.py CAPTURES_DIR
A record has the body (base 64) and the points that are kept as Headframe is to read them: an independent reading of the same rules.
Besides the last request of each capture that sends metrics there are made ones: every kind, delta and cumulative, and bad points.
"""
import base64, gzip, json, math, pathlib, sys
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue

PREFIXES = ('gen_ai.', 'llm.', 'vllm:', 'vllm_', 'vllm.', 'tgi_', 'sglang:', 'sglang_', 'nv_', 'ollama_', 'ollama.', 'ollama:',
            'litellm_', 'litellm.', 'db.client.')
LABELS = {'gen_ai.operation.name', 'gen_ai.provider.name', 'gen_ai.system', 'gen_ai.request.model', 'gen_ai.response.model',
          'gen_ai.token.type', 'gen_ai.tool.name', 'gen_ai.agent.name', 'error.type', 'server.address', 'server.port',
          'model_name', 'model', 'requested_model', 'version', 'finished_reason', 'method', 'kv_cache_block_type',
          'request_type', 'db.system.name', 'db.system', 'db.operation.name', 'db.collection.name'}


def text(value):
    kind = value.WhichOneof('value')
    if kind == 'string_value':
        return value.string_value
    if kind == 'bool_value':
        return 'true' if value.bool_value else 'false'
    if kind == 'int_value':
        return str(value.int_value)
    return None


def labels(attributes):
    pairs = [(a.key, text(a.value)) for a in attributes]
    return sorted([k, v] for k, v in pairs if k in LABELS and v is not None)


def finite(point, field):
    value = getattr(point, field)
    return value if point.HasField(field) and math.isfinite(value) else None


def distribution(kind, point):
    buckets = []
    if kind == 'histogram':
        bounds = [None, *point.explicit_bounds, None]
        buckets = [[bounds[i], bounds[i + 1], n] for i, n in enumerate(point.bucket_counts) if n]
    elif kind == 'exponential_histogram':
        joined = {}
        shift = max(0, point.scale - 3)
        base = 2.0 ** (2.0 ** -min(3, point.scale))
        for sign, side in ((-1, point.negative), (1, point.positive)):
            for i, n in enumerate(side.bucket_counts):
                index = (side.offset + i) >> shift
                ends = (base ** index, base ** (index + 1))
                ends = ends if sign > 0 else (-ends[1], -ends[0])
                joined[ends] = joined.get(ends, 0) + n
        if point.zero_count:
            joined[(-point.zero_threshold, point.zero_threshold)] = point.zero_count
        buckets = [[*ends, n] for ends, n in sorted(joined.items()) if n]
    total = point.sum if kind == 'summary' else finite(point, 'sum')
    return {'count': point.count, 'sum': total, 'buckets': buckets,
            'least': None if kind == 'summary' else finite(point, 'min'),
            'greatest': None if kind == 'summary' else finite(point, 'max')}


def read(body):
    request = ExportMetricsServiceRequest.FromString(body)
    points, ignored = [], 0
    for resource in request.resource_metrics:
        names = {a.key: a.value.string_value for a in resource.resource.attributes}
        place = {'service': names.get('service.name') or 'unknown',
                 'environment': names.get('deployment.environment.name') or names.get('deployment.environment') or 'default'}
        for metric in (m for s in resource.scope_metrics for m in s.metrics):
            kind = metric.WhichOneof('data')
            if kind is None:
                continue
            data = getattr(metric, kind)
            kept = metric.name.startswith(PREFIXES) or metric.name == 'operation.cost'
            for point in data.data_points:
                if not kept or point.flags & 1:
                    ignored += 1
                    continue
                record = {'name': metric.name, 'unit': metric.unit, 'kind': kind, **place, 'labels': labels(point.attributes),
                          'start': str(point.start_time_unix_nano), 'time': str(point.time_unix_nano)}
                if kind in ('gauge', 'sum'):
                    record['value'] = float(getattr(point, point.WhichOneof('value')))
                else:
                    record['value'] = distribution(kind, point)
                record['delta'] = getattr(data, 'aggregation_temporality', 2) == 1
                points.append(record)
    return points, ignored


def made():
    """One request with every kind of metric that model servers send."""
    request = ExportMetricsServiceRequest()
    resource = request.resource_metrics.add()
    for key, value in (('service.name', 'vllm-7b'), ('deployment.environment.name', 'prod'), ('service.instance.id', 'gpu-1:8000')):
        resource.resource.attributes.add(key=key, value=AnyValue(string_value=value))
    scope = resource.scope_metrics.add()
    model = KeyValue(key='model_name', value=AnyValue(string_value='llama-3'))
    engine = KeyValue(key='engine', value=AnyValue(int_value=0))
    times = {'start_time_unix_nano': 1795500000000000000, 'time_unix_nano': 1795500060000000123}
    gauge = scope.metrics.add(name='vllm:num_requests_waiting').gauge
    gauge.data_points.add(as_int=-3, attributes=[model, engine], **times)
    gauge.data_points.add(as_double=0.5, flags=1, **times)
    scope.metrics.add(name='vllm:gpu_cache_usage_perc', unit='1').gauge.data_points.add(as_double=0.97, attributes=[model], **times)
    total = scope.metrics.add(name='vllm:prompt_tokens_total', unit='tokens').sum
    total.aggregation_temporality, total.is_monotonic = 2, True
    total.data_points.add(as_double=123456, attributes=[model], **times)
    level = scope.metrics.add(name='litellm_in_flight_requests').sum
    level.aggregation_temporality = 2
    level.data_points.add(as_int=7, **times)
    delta = scope.metrics.add(name='gen_ai.server.time_to_first_token', unit='s').histogram
    delta.aggregation_temporality = 1
    delta.data_points.add(count=6, sum=1.5, bucket_counts=[1, 0, 3, 2], explicit_bounds=[0.1, 0.25, 1], min=0.05, max=2, **times)
    delta.data_points.add(count=2, **times)
    exponential = scope.metrics.add(name='gen_ai.server.request.duration', unit='s').exponential_histogram
    exponential.aggregation_temporality = 2
    for scale, offset in ((5, -7), (3, -40), (0, 2), (-1, -1)):
        point = exponential.data_points.add(count=21, sum=9.25, scale=scale, zero_count=1, zero_threshold=0.0, **times)
        point.positive.offset, point.negative.offset = offset, 3
        point.positive.bucket_counts.extend([1, 2, 0, 4, 5])
        point.negative.bucket_counts.extend([3, 0, 5])
    summary = scope.metrics.add(name='nv_inference_request_summary_us').summary
    point = summary.data_points.add(count=4, sum=800, **times)
    point.quantile_values.add(quantile=0.5, value=150)
    scope.metrics.add(name='http.server.duration').gauge.data_points.add(as_double=1, **times)
    return request.SerializeToString()


def captured(folder):
    last = {}
    for file in sorted(folder.glob('*/requests.jsonl')):
        for line in open(file):
            request = json.loads(line)
            if 'metric' not in request.get('path', '').lower():
                continue
            body = (file.parent / request['file']).read_bytes()
            if request.get('content_encoding') == 'gzip':
                body = gzip.decompress(body)
            try:
                ExportMetricsServiceRequest.FromString(body)
            except Exception:
                continue
            last[file.parent.name] = body
    return last


bodies = {**captured(pathlib.Path(sys.argv[1])), 'made': made()}
lines = []
for name, body in bodies.items():
    points, ignored = read(body)
    lines.append(json.dumps({'name': name, 'body': base64.b64encode(body).decode(), 'points': points, 'ignored': ignored}))
path = pathlib.Path(__file__).parent / 'reference.jsonl.gz'
path.write_bytes(gzip.compress('\n'.join(lines).encode(), 9, mtime=0))
print(path.name, len(lines), 'requests', sum(len(json.loads(line)['points']) for line in lines), 'points', path.stat().st_size, 'bytes')
