"""Trains the two models of packages/core/src/extract and writes their weights.

    node -C @lede/source training/dump.ts DUMP_DIR CORPUS_DIR …
    python training/train.py DUMP_DIR --out src/extract/weights.ts
    python training/train.py DUMP_DIR --folds

The first model scores each block by itself. Its scores of pages that it was not trained on are what the
second model is trained with. `--folds` measures both on pages of sites that neither they nor the lexicon
saw (nested cross-validation), and writes nothing.
"""

import argparse
import base64
import itertools
import json
import struct
import subprocess
from pathlib import Path

import lightgbm as lgb
import numpy as np

from corpus import Corpus

HERE = Path(__file__).parent
UNIT = 4096  # Parts of a log-odds; the same constant stands in trees.ts.
FULL = 256

COMMON = dict(
    objective="cross_entropy",
    learning_rate=0.08,
    num_leaves=24,
    min_data_in_leaf=120,
    feature_fraction=0.25,
    bagging_fraction=0.7,
    bagging_freq=1,
    lambda_l2=10,
    max_bin=63,  # Thresholds are packed as one byte; finer ones gained nothing.
    use_missing=False,
    deterministic=True,
    force_col_wise=True,
    num_threads=2,
    seed=1,
    verbose=-1,
)
FIRST_ROUNDS = 200
SECOND_ROUNDS = 110
RULED_OUT = 2  # The same constant stands in extract.ts.


def train(corpus, x, pages, rounds, candidates=True):
    rows = corpus.rows_of(pages) & corpus.usable & candidates
    data = lgb.Dataset(x[rows], np.clip(corpus.labels[rows], 0, 1), weight=corpus.weights[rows])
    return lgb.train(COMMON, data, rounds)


def both(first, second):
    """What extract.ts makes of the two scores of a block."""
    first = np.round(first * FULL)
    return np.where(first >= RULED_OUT, (first + 3 * np.round(second * FULL)) // 4, 0) / FULL


def context_features(corpus, scores):
    """Asks the product's own code for the second model's features, for each of the named scores."""
    for name, values in scores.items():
        np.round(values * FULL).astype(np.int32).tofile(corpus.folder / f"{name}.i32")
    command = ["node", "-C", "@lede/source", str(HERE / "context.ts"), str(corpus.folder), *scores]
    subprocess.run(command, check=True)
    names = json.loads((corpus.folder / "context.json").read_text())
    return lambda name: np.fromfile(corpus.folder / f"{name}.f32", np.float32).reshape(-1, len(names))


def cross_validate(corpus):
    folds = range(corpus.folds)
    scores = {}  # (fold of the pages, other fold left out) -> scores
    for a, b in itertools.combinations(folds, 2):
        model = train(corpus, corpus.features, (corpus.fold != a) & (corpus.fold != b), FIRST_ROUNDS)
        for own, other in ((a, b), (b, a)):
            rows = corpus.rows_of(corpus.fold == own)
            scores[own, other] = model.predict(corpus.features[rows], num_threads=2)
    first = np.zeros(len(corpus.labels))
    second = np.zeros(len(corpus.labels))
    seen = {}
    for held in folds:
        rows = corpus.rows_of(corpus.fold == held)
        model = train(corpus, corpus.features, corpus.fold != held, FIRST_ROUNDS)
        first[rows] = model.predict(corpus.features[rows], num_threads=2)
        seen[f"held{held}"] = scores_without = np.zeros(len(corpus.labels))
        scores_without[rows] = first[rows]
        for other in folds:
            if other != held:
                scores_without[corpus.rows_of(corpus.fold == other)] = scores[other, held]
    contexts = context_features(corpus, seen)
    for held, (name, scores_without) in enumerate(seen.items()):
        rows = corpus.rows_of(corpus.fold == held)
        x = np.concatenate([corpus.features, contexts(name)], 1)
        model = train(corpus, x, corpus.fold != held, SECOND_ROUNDS, np.round(scores_without * FULL) >= RULED_OUT)
        second[rows] = model.predict(x[rows], num_threads=2)
    np.save(corpus.folder / "first.npy", first)
    np.save(corpus.folder / "second.npy", second)
    corpus.report("first model", corpus.choose(first))
    corpus.report("second model", corpus.choose(both(second, second)))
    corpus.report("both models", corpus.choose(both(first, second)))


def train_all(corpus, out):
    everything = np.ones(len(corpus.fold), bool)
    scores = np.zeros(len(corpus.labels))
    for held in range(corpus.folds):
        model = train(corpus, corpus.features, corpus.fold != held, FIRST_ROUNDS)
        rows = corpus.rows_of(corpus.fold == held)
        scores[rows] = model.predict(corpus.features[rows], num_threads=2)
    corpus.report("first model", corpus.choose(scores))
    first = train(corpus, corpus.features, everything, FIRST_ROUNDS)
    x = np.concatenate([corpus.features, context_features(corpus, {"all": scores})("all")], 1)
    second = train(corpus, x, everything, SECOND_ROUNDS, np.round(scores * FULL) >= RULED_OUT)
    words = {name: (corpus.folder / f"{name}.bin").read_bytes() for name in ("kinds", "class-words", "linear")}
    write_weights(out, pack(first), pack(second), words)


def pack(model):
    """The bytes that trees.ts reads."""
    dump = model.dump_model()
    trees = [tree["tree_structure"] for tree in dump["tree_info"]]
    thresholds = [set() for _ in range(dump["max_feature_idx"] + 1)]
    for tree in trees:
        for node in inner_nodes(tree):
            thresholds[node["split_feature"]].add(float_below(node["threshold"]))
    tables = [sorted(values) for values in thresholds]
    out = bytearray(struct.pack("<H", len(tables)))
    for table in tables:
        out += struct.pack(f"<B{len(table)}f", len(table), *table)
    out += struct.pack("<H", len(trees))
    for tree in trees:
        nodes = inner_nodes(tree)
        place = {node["split_index"]: at for at, node in enumerate(nodes)}
        leaves = []

        def child(node):
            if "split_index" in node:
                return place[node["split_index"]]
            leaves.append(round(node["leaf_value"] * UNIT))
            return -len(leaves)

        out += struct.pack("<B", len(nodes) + 1)
        for node in nodes:
            index = tables[node["split_feature"]].index(float_below(node["threshold"]))
            out += struct.pack("<HBbb", node["split_feature"], index, child(node["left_child"]), child(node["right_child"]))
        if not nodes:
            child(tree)
        out += struct.pack(f"<{len(leaves)}h", *leaves)
    return bytes(out)


def inner_nodes(tree):
    nodes, stack = [], [tree]
    while stack:
        node = stack.pop()
        if "split_index" not in node:
            continue
        nodes.append(node)
        stack += [node["right_child"], node["left_child"]]
    return nodes


def float_below(value):
    """The greatest 32-bit float that is at most the value: features are such floats, so `<=` decides alike."""
    near = np.float32(value)
    return float(near if near <= value else np.nextafter(near, np.float32(-np.inf)))


def write_weights(path, first, second, words):
    parts = {
        "KIND_WORDS": words["kinds"],
        "CLASS_WORDS": words["class-words"],
        "LINEAR": words["linear"],
        "FIRST_TREES": first,
        "SECOND_TREES": second,
    }
    text = "// Made by training/train.py; training/README.md tells from what and how good it is.\n"
    for name, value in parts.items():
        text += f"export const {name}: string =\n  '{base64.b64encode(value).decode()}';\n"
    Path(path).write_text(text)
    print(f"{path}: {len(text)} bytes,", ", ".join(f"{name} {len(value)}" for name, value in parts.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    corpus = Corpus(options.dump)
    if options.folds:
        cross_validate(corpus)
    if options.out:
        train_all(corpus, options.out)


if __name__ == "__main__":
    main()
