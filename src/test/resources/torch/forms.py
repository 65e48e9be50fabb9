"""Writes the weights of a transformer of one layer in the forms in which others keep them, and holds
what is read of each against what is read of the file itself:

    /usr/bin/python3 forms.py WEIGHTS.safetensors FOLDER [PROBE]

PROBE is a command that prints the report of a file as JSON, such as
"java -jar grokscope.jar probe --json"; without it, the files are only written.
"""

import json
import pathlib
import shlex
import struct
import subprocess
import sys

import numpy as np
import torch

TYPES = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16,
         "BOOL": torch.bool, "I64": torch.int64}


def read(path):
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = (8 + length + at for at in entry["data_offsets"])
            values = np.frombuffer(data[start:end], "<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors


def write(path, tensors):
    header, data = {}, b""
    for name, tensor in sorted(tensors.items()):
        tensor = tensor.contiguous()
        word = next(word for word, kind in TYPES.items() if kind == tensor.dtype)
        raw = tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 else tensor
        piece = raw.numpy().tobytes()
        header[name] = {"dtype": word, "shape": list(tensor.shape),
                        "data_offsets": [len(data), len(data) + len(piece)]}
        data += piece
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def forms(w):
    block, width = "blocks.0.", w["embed.W_E"].shape[1]
    heads, _, head = w[block + "attn.W_Q"].shape
    numbers = w["embed.W_E"].shape[0] - 1
    library = dict(w)
    for name in "QKV":
        library[f"{block}attn.b_{name}"] = torch.zeros(heads, head)
    library[block + "attn.b_O"] = torch.zeros(width)
    library["unembed.b_U"] = torch.zeros(numbers + 1)
    library[block + "attn.mask"] = torch.tril(torch.ones(3, 3)).bool()
    library[block + "attn.IGNORE"] = torch.tensor(-torch.inf)
    notebook = dict(w)
    for name in ("embed.W_E", block + "mlp.W_in", block + "mlp.W_out"):
        notebook[name] = w[name].T
    for name in "QKV":
        notebook[f"{block}attn.W_{name}"] = w[f"{block}attn.W_{name}"].transpose(1, 2)
    notebook[block + "attn.W_O"] = w[block + "attn.W_O"].reshape(-1, width).T
    notebook[block + "attn.mask"] = torch.tril(torch.ones(3, 3))
    turned = {name: value.transpose(-1, -2) if value.dim() > 1 else value
              for name, value in w.items()}
    state = {"model." + name: value for name, value in w.items()}
    state.update({"optimizer.exp_avg." + name: value for name, value in w.items()})
    state["step"] = torch.tensor(400)
    prefixed = lambda prefix, tensors: {prefix + name: value for name, value in tensors.items()}
    cast = lambda kind: {name: value.to(kind) for name, value in w.items()}
    yield "as it is", w
    yield "model.", prefixed("model.", w)
    yield "_orig_mod.module.", prefixed("_orig_mod.module.", w)
    yield "zero biases, mask, IGNORE", library
    yield "the same below module.", prefixed("module.", library)
    yield "training state", state
    yield "copy and empty array", dict(w, copy=w["embed.W_E"].T, empty=torch.zeros(0, 4))
    yield "all transposed", turned
    yield "notebook", notebook
    yield "p outputs", dict(w, **{"unembed.W_U": w["unembed.W_U"][:, :numbers]})
    yield "F64", cast(torch.float64)
    yield "F16", cast(torch.float16)
    yield "BF16", cast(torch.bfloat16)
    matrices = {name: value.bfloat16() if value.dim() > 1 else value for name, value in w.items()}
    yield "BF16 matrices, F32 vectors", matrices


def main(weights, folder, probe=None):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    w = read(pathlib.Path(weights))
    files = []
    for words, tensors in forms(w):
        name = "".join(c if c.isalnum() else "-" for c in words)
        write(folder / (name + ".safetensors"), tensors)
        files.append((words + ", safetensors", folder / (name + ".safetensors")))
        torch.save(tensors, folder / (name + ".pth"))
        files.append((words + ", .pth", folder / (name + ".pth")))
    torch.save({"state_dict": w, "epoch": 400}, folder / "older.pt",
               _use_new_zipfile_serialization=False)
    files.append(("below state_dict, older form", folder / "older.pt"))
    first = None
    for words, file in files if probe else []:
        done = subprocess.run(shlex.split(probe) + [str(file)], capture_output=True, text=True)
        if done.returncode:
            print(f"{words:45} refused: {done.stderr.strip()}")
            continue
        report = json.loads(done.stdout)
        first = first or report
        same = [key for key, value in first.items() if key not in ("assumed", "warnings")
                and report.get(key) != value]
        print(f"{words:45} {report['loss']:.10g} {report['accuracy']:.6f}"
              f" {report['weight_norm']:.9g}  {'differs in ' + ', '.join(same) if same else 'same'}")


main(*sys.argv[1:])
