"""Makes the files beside this script, with Debian 12's python3-torch (1.13) and python3-numpy:

    /usr/bin/python3 make.py

The layouts are those in which networks of modular addition are shared; all are small, and those of
the modulus 7 are trained on a part of the pairs until they answer it. Seeds make the weights come
out alike, but torch writes other bytes each time (addresses are names in the older form), so the tests
name no value of a trained network.
"""

import argparse
import dataclasses
import collections
import pathlib
import pickle
import random
import sys
import types

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent
torch.set_num_threads(1)


def save(value, name, **options):
    torch.save(value, HERE / name, **options)


# --- The names, shapes and buffers of TransformerLens ---------------------------------------------


class Embed(nn.Module):
    def __init__(self, rows, width):
        super().__init__()
        self.W_E = nn.Parameter(torch.randn(rows, width) / width**0.5)


class PosEmbed(nn.Module):
    def __init__(self, places, width):
        super().__init__()
        self.W_pos = nn.Parameter(torch.randn(places, width) / width**0.5)


class Attention(nn.Module):
    def __init__(self, heads, head, width, places):
        super().__init__()
        for name in ("W_Q", "W_K", "W_V"):
            self.register_parameter(
                name, nn.Parameter(torch.randn(heads, width, head) / width**0.5))
        self.W_O = nn.Parameter(torch.randn(heads, head, width) / width**0.5)
        for name in ("b_Q", "b_K", "b_V"):
            self.register_parameter(name, nn.Parameter(torch.zeros(heads, head), False))
        self.b_O = nn.Parameter(torch.zeros(width), False)
        self.register_buffer("mask", torch.tril(torch.ones(places, places)).bool())
        self.register_buffer("IGNORE", torch.tensor(-torch.inf))

    def forward(self, x):
        q = torch.einsum("bpd,ndh->bpnh", x, self.W_Q)
        k = torch.einsum("bpd,ndh->bpnh", x, self.W_K)
        v = torch.einsum("bpd,ndh->bpnh", x, self.W_V)
        scores = torch.einsum("bqnh,bknh->bnqk", q, k) / self.W_Q.shape[-1] ** 0.5
        pattern = torch.where(self.mask, scores, self.IGNORE).softmax(-1)
        z = torch.einsum("bknh,bnqk->bqnh", v, pattern)
        return torch.einsum("bqnh,nhd->bqd", z, self.W_O)


class Mlp(nn.Module):
    def __init__(self, width, neurons):
        super().__init__()
        self.W_in = nn.Parameter(torch.randn(width, neurons) / width**0.5)
        self.b_in = nn.Parameter(torch.zeros(neurons), False)
        self.W_out = nn.Parameter(torch.randn(neurons, width) / neurons**0.5)
        self.b_out = nn.Parameter(torch.zeros(width), False)

    def forward(self, x):
        return torch.relu(x @ self.W_in + self.b_in) @ self.W_out + self.b_out


class Block(nn.Module):
    def __init__(self, heads, head, width, neurons, places):
        super().__init__()
        self.attn = Attention(heads, head, width, places)
        self.mlp = Mlp(width, neurons)

    def forward(self, x):
        x = x + self.attn(x)
        return x + self.mlp(x)


class Unembed(nn.Module):
    def __init__(self, width, answers):
        super().__init__()
        self.W_U = nn.Parameter(torch.randn(width, answers) / width**0.5)
        self.b_U = nn.Parameter(torch.zeros(answers), False)


class Lens(nn.Module):
    def __init__(self, p, width, heads, neurons, answers):
        super().__init__()
        self.embed = Embed(p + 1, width)
        self.pos_embed = PosEmbed(3, width)
        self.blocks = nn.ModuleList([Block(heads, width // heads, width, neurons, 3)])
        self.unembed = Unembed(width, answers)

    def forward(self, x):
        x = self.embed.W_E[x] + self.pos_embed.W_pos
        for block in self.blocks:
            x = block(x)
        return (x @ self.unembed.W_U + self.unembed.b_U)[:, -1]


# --- The notebook of Nanda et al. 2023: matrices the other way round, no biases in the attention --


def notebook(lens):
    """The state dict of the notebook's transformer that computes the same."""
    of = lens.state_dict()
    block = "blocks.0."
    width = of["embed.W_E"].shape[1]
    return collections.OrderedDict([
        ("embed.W_E", of["embed.W_E"].T.contiguous()),
        ("pos_embed.W_pos", of["pos_embed.W_pos"]),
        (block + "attn.W_K", of[block + "attn.W_K"].transpose(1, 2).contiguous()),
        (block + "attn.W_Q", of[block + "attn.W_Q"].transpose(1, 2).contiguous()),
        (block + "attn.W_V", of[block + "attn.W_V"].transpose(1, 2).contiguous()),
        (block + "attn.W_O", of[block + "attn.W_O"].reshape(-1, width).T.contiguous()),
        (block + "attn.mask", torch.tril(torch.ones(3, 3))),
        (block + "mlp.W_in", of[block + "mlp.W_in"].T.contiguous()),
        (block + "mlp.b_in", of[block + "mlp.b_in"]),
        (block + "mlp.W_out", of[block + "mlp.W_out"].T.contiguous()),
        (block + "mlp.b_out", of[block + "mlp.b_out"]),
        ("unembed.W_U", of["unembed.W_U"]),
    ])


# --- Plain embeddings and linear layers -----------------------------------------------------------


class SharedMlp(nn.Module):
    def __init__(self, p, width, neurons):
        super().__init__()
        self.embedding = nn.Embedding(p, width)
        self.linear1 = nn.Linear(2 * width, neurons)
        self.linear2 = nn.Linear(neurons, p)

    def forward(self, x):
        return self.linear2(torch.relu(self.linear1(self.embedding(x[:, :2]).flatten(1))))


class SeparateMlp(nn.Module):
    def __init__(self, p, width, neurons):
        super().__init__()
        self.embed_x = nn.Embedding(p, width)
        self.embed_y = nn.Embedding(p, width)
        self.hidden = nn.Linear(width, neurons, bias=False)
        self.out = nn.Linear(neurons, p, bias=False)

    def forward(self, x):
        both = self.embed_x(x[:, 0]) + self.embed_y(x[:, 1])
        return self.out(torch.relu(self.hidden(both)))


# --- Training -------------------------------------------------------------------------------------


def pairs(p):
    return torch.tensor([(i, j, p) for i in range(p) for j in range(p)])


def train(model, p, steps, share, seen=None):
    """Trains with AdamW on a share of the pairs; their places, the optimiser and the losses."""
    data, labels = pairs(p), (pairs(p)[:, 0] + pairs(p)[:, 1]) % p
    order = torch.randperm(p * p)
    chosen, others = order[: int(share * p * p)], order[int(share * p * p):]
    adam = torch.optim.AdamW(
        [each for each in model.parameters() if each.requires_grad], 0.01, (0.9, 0.98),
        weight_decay=0.02)
    losses = ([], [])
    for step in range(steps):
        loss = F.cross_entropy(model(data[chosen]), labels[chosen])
        adam.zero_grad()
        loss.backward()
        adam.step()
        if seen is not None and step in seen:
            with torch.no_grad():
                losses[0].append(loss.item())
                losses[1].append(F.cross_entropy(model(data[others]), labels[others]).item())
            seen[step](model)
    return chosen, others, adam, losses


def transformer_lens():
    torch.manual_seed(1)
    lens = Lens(7, 8, 2, 16, 7)
    _, _, adam, _ = train(lens, 7, 1500, 0.9)
    state = lens.state_dict()
    save(state, "transformer-lens.pth")
    save({name: value.half() if value.is_floating_point() else value
          for name, value in state.items()}, "transformer-lens-half.pt")
    save({name: value.bfloat16() if value.is_floating_point() else value
          for name, value in state.items()}, "transformer-lens-bfloat16.pt")
    save({"net": collections.OrderedDict(
        ("_orig_mod." + name, value.double() if value.is_floating_point() else value)
        for name, value in state.items())}, "transformer-lens-double-below-net.pt",
        _use_new_zipfile_serialization=False)
    save(state, "transformer-lens-older-form.pth", _use_new_zipfile_serialization=False)
    # Matrices that were transposed without being copied, and two names of one storage.
    views = {name: value.transpose(-1, -2).contiguous().transpose(-1, -2) if value.dim() > 1
             else value for name, value in state.items()}
    views["tied"] = views["embed.W_E"].T
    save(views, "transformer-lens-views.pt")
    save(views, "transformer-lens-views-older-form.pt", _use_new_zipfile_serialization=False)
    torch.manual_seed(4)
    paper = Lens(7, 10, 2, 16, 8)  # it could answer "=" as well
    chosen, others, *_ = train(paper, 7, 1500, 0.9)
    save({"model": notebook(paper), "train_loss": 0.25, "test_loss": 0.5, "epoch": 1499},
         "notebook.pth")
    everything = [tuple(map(int, each)) for each in pairs(7)]
    save({"model": notebook(paper), "train_data": [everything[i] for i in chosen],
          "test_data": [everything[i] for i in others]}, "notebook-init.pth",
         _use_new_zipfile_serialization=False)
    values = {name: value for name, value in lens.named_parameters() if value.requires_grad}
    save({"epoch": 1499, "model_state_dict": values, "optimizer_state_dict": adam.state_dict(),
          "args": argparse.Namespace(p=7, lr=0.01, out=pathlib.Path("runs/one"), name=None),
          "rng": torch.get_rng_state()[:16]}, "training-state.ckpt",
         _use_new_zipfile_serialization=False)


# --- A file like the one of TransformerLens' grokking demo ----------------------------------------


@dataclasses.dataclass
class HookedTransformerConfig:
    n_layers: int
    d_model: int
    n_ctx: int
    d_head: int
    n_heads: int
    d_mlp: int
    act_fn: str
    d_vocab: int
    d_vocab_out: int
    normalization_type: str
    init_weights: bool
    device: str
    seed: int
    dtype: torch.dtype = torch.float32
    attn_types: list = None


def demo():
    module = types.ModuleType("transformer_lens.HookedTransformerConfig")
    HookedTransformerConfig.__module__ = module.__name__
    module.HookedTransformerConfig = HookedTransformerConfig
    sys.modules["transformer_lens"] = types.ModuleType("transformer_lens")
    sys.modules[module.__name__] = module
    torch.manual_seed(2)
    p, width, heads, neurons = 5, 4, 1, 8
    lens = Lens(p, width, heads, neurons, p)
    config = HookedTransformerConfig(
        1, width, 3, width // heads, heads, neurons, "relu", p + 1, p, None, True, "cuda", 999)
    epochs, kept = [99, 199, 299, 399], []
    copied = lambda model: kept.append({n: v.clone() for n, v in model.state_dict().items()})
    chosen, others, _, losses = train(lens, p, 400, 0.8, {epoch: copied for epoch in epochs})
    save({"model": lens.state_dict(), "config": config, "checkpoints": kept,
          "checkpoint_epochs": epochs, "train_losses": losses[0], "test_losses": losses[1],
          "train_indices": chosen, "test_indices": others},
         "transformer-lens-demo.pth", _use_new_zipfile_serialization=False)
    paper, kept = Lens(p, width, heads, neurons, p + 1), []
    epochs = [0, 250, 500]
    copied = lambda model: kept.append({n: v.clone() for n, v in notebook(model).items()})
    *_, losses = train(paper, p, 501, 0.9, {epoch: copied for epoch in epochs})
    save({"epochs": epochs, "state_dicts": kept,
          "train_losses": np.array(losses[0]), "test_losses": [np.float64(x) for x in losses[1]],
          "norms": collections.defaultdict(list, {"embed": [1.5, 2]})}, "notebook-full-run.pth",
         _use_new_zipfile_serialization=False)


# --- Networks of plain layers ---------------------------------------------------------------------


def mlps():
    for kind, name in ((SharedMlp, "mlp-shared"), (SeparateMlp, "mlp-separate")):
        torch.manual_seed(3)
        model = kind(7, 8, 24)
        train(model, 7, 800, 0.9)
        save({"state_dict": model.state_dict(), "step": 800}, name + ".pt")
        if kind is SharedMlp:
            save(model, "mlp-shared-module.pt")
            save({"epoch": 3, "model": model}, "mlp-shared-module-in-dict.pt")
            with open(HERE / "mlp-shared-by-pickle.pkl", "wb") as file:
                pickle.dump(model.state_dict(), file)
            torch.jit.trace(model, pairs(7)).save(str(HERE / "mlp-shared-script.pt"))


# --- All kinds of values --------------------------------------------------------------------------


def values():
    base = torch.arange(24, dtype=torch.float32)
    save(collections.OrderedDict(
        zero=torch.tensor(2.5), empty=torch.zeros(0, 4), row=base[3:7],
        column=base.view(4, 6)[:, 1], every_other=base[::2], expanded=torch.tensor([7.0]).expand(2, 3),
        permuted=base.view(2, 3, 4).permute(2, 0, 1), parameter=nn.Parameter(base[:2]),
        uint8=torch.tensor([0, 255], dtype=torch.uint8), int8=torch.tensor([-1], dtype=torch.int8),
        int16=torch.tensor([-300], dtype=torch.int16), int32=torch.tensor([1 << 30], dtype=torch.int32),
        int64=torch.tensor([[1 << 40], [-1]]), bool=torch.tensor([True, False]),
        half=torch.tensor([1 / 3, 6e-8, torch.inf]).half(), size=base.view(2, 12).shape,
        dtype=torch.bfloat16, device=torch.device("cpu"), set={1, 2}, none=None,
        big=1 << 100, negative=-(1 << 40), text="Grüße", bytes=b"\x00\xff", yes=True,
        complex=torch.tensor([1j]), sparse=torch.eye(2).to_sparse(),
        numpy=np.arange(6, dtype=">f4").reshape(2, 3), fortran=np.asfortranarray(np.eye(2, 3)),
        scalar=np.int64(-5), path=pathlib.PurePosixPath("a/b"),
        random=random.Random(0).getstate(), counter=collections.Counter("aab")), "values.pt")
    with open(HERE / "arrays.pkl", "wb") as file:
        pickle.dump({"W": np.arange(6, dtype=np.float32).reshape(2, 3), "layers": [np.ones(2)],
                     "p": 7}, file)
    with open(HERE / "arrays-protocol-2.pkl", "wb") as file:
        pickle.dump({"W": np.arange(6, dtype=np.float32).reshape(2, 3), "p": 7}, file, protocol=2)
    np.savez(HERE / "arrays.npz", W=np.arange(6, dtype=np.float32).reshape(2, 3),
             half=np.array([0.5], np.float16), pairs=np.array([[1, 2]]))
    np.save(HERE / "array.npy", np.asfortranarray(np.arange(6.0).reshape(2, 3)))


def everything():
    transformer_lens()
    demo()
    mlps()
    values()


if __name__ == "__main__":
    import make  # so that classes are those of a module, as in other people's files

    make.everything()
