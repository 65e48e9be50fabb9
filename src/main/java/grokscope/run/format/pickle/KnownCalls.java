package grokscope.run.format.pickle;

import java.util.Set;
import java.util.TreeSet;

/**
 * The only functions and classes that a pickle may ask Python to call, each of which makes a value
 * and does nothing else. None is called here: what they would make is read off their arguments.
 */
final class KnownCalls {
  static final Set<String> DICTS =
      Set.of(
          "collections.OrderedDict",
          "collections.defaultdict",
          "collections.Counter",
          "builtins.dict",
          "__builtin__.dict");
  static final Set<String> LISTS =
      Set.of(
          "builtins.list",
          "builtins.tuple",
          "builtins.set",
          "builtins.frozenset",
          "__builtin__.list",
          "__builtin__.tuple",
          "__builtin__.set",
          "__builtin__.frozenset",
          "collections.deque",
          "torch.Size");

  /** What holds one tensor, its first argument. */
  static final Set<String> PARAMETERS =
      Set.of(
          "torch._utils._rebuild_parameter",
          "torch._utils._rebuild_parameter_with_state",
          "torch._utils._rebuild_device_tensor_from_cpu_tensor",
          "torch.nn.parameter.Parameter",
          "torch.nn.Parameter");

  /** Tensors of kinds that are listed and never read. */
  static final Set<String> CLOSED =
      Set.of(
          "torch._utils._rebuild_sparse_tensor",
          "torch._utils._rebuild_sparse_csr_tensor",
          "torch._utils._rebuild_qtensor",
          "torch._utils._rebuild_nested_tensor",
          "torch._utils._rebuild_meta_tensor_no_storage",
          "torch._utils._rebuild_device_tensor_from_numpy",
          "torch._utils._rebuild_wrapper_subclass",
          "torch._utils._rebuild_mkldnn_tensor");

  private static final Set<String> OTHERS =
      Set.of(
          "_codecs.encode",
          "copyreg._reconstructor",
          "copy_reg._reconstructor",
          "argparse.Namespace",
          "types.SimpleNamespace",
          "builtins.bytearray",
          "__builtin__.bytearray",
          "builtins.bytes",
          "builtins.complex",
          "__builtin__.complex",
          "builtins.slice",
          "builtins.range",
          "builtins.object",
          "datetime.date",
          "datetime.datetime",
          "datetime.time",
          "datetime.timedelta",
          "pathlib.Path",
          "pathlib.PosixPath",
          "pathlib.PurePath",
          "pathlib.PurePosixPath",
          "pathlib.PureWindowsPath",
          "pathlib.WindowsPath",
          "pathlib._local.PosixPath",
          "pathlib._local.PurePosixPath",
          "pathlib._local.PureWindowsPath",
          "pathlib._local.WindowsPath",
          "random.Random",
          "torch._utils._rebuild_tensor",
          "torch._utils._rebuild_tensor_v2",
          "torch._utils._rebuild_tensor_v3",
          "torch._tensor._rebuild_from_type",
          "torch._tensor._rebuild_from_type_v2",
          "torch.device",
          "torch.serialization._get_layout",
          "torch.storage._load_from_bytes",
          "torch.storage.TypedStorage",
          "torch.storage._TypedStorage",
          "torch.storage.UntypedStorage",
          "numpy.dtype",
          "numpy.ndarray",
          "numpy.core.multiarray._reconstruct",
          "numpy.core.multiarray.scalar",
          "numpy.core.numeric._frombuffer",
          "numpy._core.multiarray._reconstruct",
          "numpy._core.multiarray.scalar",
          "numpy._core.numeric._frombuffer",
          "numpy.random._pickle.__randomstate_ctor",
          "numpy.random._pickle.__generator_ctor",
          "numpy.random._pickle.__bit_generator_ctor");

  private static final Set<String> ALL = new TreeSet<>(OTHERS);

  static {
    ALL.addAll(DICTS);
    ALL.addAll(LISTS);
    ALL.addAll(PARAMETERS);
    ALL.addAll(CLOSED);
  }

  private KnownCalls() {}

  /** Whether a pickle may ask for it. */
  static boolean allowed(PyGlobal called) {
    return ALL.contains(called.full());
  }
}
