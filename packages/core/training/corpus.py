"""What dump.ts wrote, and the score of a choice of blocks."""

import json
from pathlib import Path

import numpy as np


# Pages that are made of others teach one thing; the real ones are what pages are like.
MADE_UP_WEIGHT = 0.6


class Corpus:
    def __init__(self, folder):
        self.folder = folder
        meta = json.loads((folder / "meta.json").read_text())
        pages = meta["pages"]
        self.folds = meta["folds"]
        self.names = meta["features"]
        self.features = np.fromfile(folder / "x.f32", np.float32).reshape(-1, len(self.names))
        self.labels = np.fromfile(folder / "y.f32", np.float32)
        # Endless and grafted pages are made up: they train, and are counted apart from the others.
        self.source = np.array(["endless" if "next" in page else "grafted" if "grafts" in page else page["corpus"] for page in pages])
        self.fold = np.array([page["fold"] for page in pages])
        self.types = np.array([page["type"] for page in pages])
        blocks = np.array([page["blocks"] for page in pages])
        self.bounds = np.concatenate([[0], np.cumsum(blocks)])
        self.page = np.repeat(np.arange(len(pages)), blocks)
        self._read_tokens(pages, folder)
        column = self.names.index
        repeats = sum(self.features[:, column(f"in.{place}")] for place in ("pre", "table", "quote", "list"))
        self.copies = (self.features[:, column("copyIndex")] > 0) & (self.features[:, column("words")] >= 12) & (repeats == 0)
        reference = np.array([page["reference"] for page in pages])
        length = np.bincount(self.page, weights=self.tokens, minlength=len(pages))
        # Every page counts the same, whatever its length; a hundred tokens keep tiny ones from ruling.
        self.weights = self.tokens / np.maximum(100, np.minimum(reference, length))[self.page]
        self.weights *= np.where(np.isin(self.source, ["endless", "grafted"]), MADE_UP_WEIGHT, 1)[self.page]
        # A page without a reference cannot tell right from wrong.
        self.usable = (self.labels >= 0) & (reference[self.page] > 0)
        self.weights /= self.weights[self.usable].mean()
        # Short blocks of long pages weigh next to nothing and are most of the rows: a sample stands for them.
        chance = np.minimum(1, 0.7 * self.weights + 0.06)
        self.usable &= np.random.default_rng(5).random(len(chance)) < chance
        self.weights /= chance

    def _read_tokens(self, pages, folder):
        tokens = np.fromfile(folder / "tokens.i32", np.int32)
        starts = np.fromfile(folder / "starts.i32", np.int32)
        references = np.fromfile(folder / "reference.i32", np.int32)
        self.tokens = np.zeros(len(self.labels), np.int32)
        self._texts = []
        at = start = ref = 0
        for i, page in enumerate(pages):
            bounds = starts[start : start + page["blocks"] + 1]
            start += page["blocks"] + 1
            ids = tokens[at : at + bounds[-1]]
            at += bounds[-1]
            wanted = references[ref : ref + page["reference"]]
            ref += page["reference"]
            lengths = np.diff(bounds)
            self.tokens[self.bounds[i] : self.bounds[i + 1]] = lengths
            self._texts.append((ids, np.repeat(np.arange(page["blocks"]), lengths), wanted))

    def rows_of(self, pages):
        return pages[self.page]

    def choose(self, scores):
        """The cut of select.ts on every page."""
        kept = np.zeros(len(scores), bool)
        for i in range(len(self.fold)):
            rows = slice(self.bounds[i], self.bounds[i + 1])
            score, words = np.round(scores[rows] * 256) / 256, self.tokens[rows].astype(float)
            order = np.argsort(-score, kind="stable")
            found, size = np.cumsum((score * words)[order]), np.cumsum(words[order])
            if len(order) == 0 or found[-1] == 0:
                continue
            best = np.argmax(2 * found / np.maximum(1e-9, size + found[-1]))
            kept[rows] = (score >= score[order][best]) & ~self.copies[rows]
        return kept

    def score(self, i, kept):
        """F1, precision and recall of page i: of its words, then of its runs of four words."""
        ids, block, wanted = self._texts[i]
        given = ids[kept[block]]
        return *overlap(given, wanted), *overlap(runs_of_four(given), runs_of_four(wanted))

    def report(self, title, kept):
        pages = range(len(self.fold))
        scores = np.array([self.score(i, kept[self.bounds[i] : self.bounds[i + 1]]) for i in pages])
        for source in dict.fromkeys(self.source):
            of = self.source == source
            print(f"{title}, {Path(source).name}: {self._line(scores, of)}")
            kinds = sorted(set(self.types[of]))
            for kind in kinds if len(kinds) > 1 else []:
                print(f"  {kind:14} {self._line(scores, of & (self.types == kind))}", flush=True)
        return scores

    @staticmethod
    def _line(scores, of):
        word, runs = ("{:.4f} (P {:.4f}, R {:.4f})".format(*part) for part in np.split(scores[of].mean(0), 2))
        return f"word F1 {word}, 4-word F1 {runs}, {of.sum()} pages"


def overlap(given, wanted):
    """F1, precision and recall of one multiset in another."""
    if len(wanted) == 0:
        return (1.0, 1.0, 1.0) if len(given) == 0 else (0.0, 0.0, 0.0)
    _, of = np.unique(np.concatenate([given, wanted]), return_inverse=True)
    counts = np.bincount(of[: len(given)], minlength=len(of)), np.bincount(of[len(given) :], minlength=len(of))
    shared = np.minimum(*counts).sum()
    if shared == 0:
        return 0.0, 0.0, 0.0
    precision, recall = shared / len(given), shared / len(wanted)
    return 2 * precision * recall / (precision + recall), precision, recall


def runs_of_four(ids):
    """Each run of four words as one number (a page has fewer than 65,536 different words); a shorter text is a run."""
    if 0 < len(ids) < 4:
        ids = np.pad(ids, (0, 4 - len(ids)), constant_values=0xFFFF)
    return sum(ids[n : max(n, len(ids) - 3 + n)].astype(np.int64) << 16 * n for n in range(4))
