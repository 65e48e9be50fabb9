package grokscope.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.run.format.pickle.PickleBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of arrays open as their authors saved them. */
class ArrayFileTest {
  private static final long[] ONE = {1};

  @TempDir private Path folder;

  private static ArrayFile kept(String name) throws InvalidConfig {
    return ArrayFile.open(TorchFiles.kept(name));
  }

  private ArrayFile file(byte[] content) throws IOException, InvalidConfig {
    return ArrayFile.open(Files.write(folder.resolve("weights"), content));
  }

  private static StoredArray array(ArrayFile file, String name) {
    return file.array(name).orElseThrow(() -> new AssertionError(name + " in " + file.arrays()));
  }

  private static float[] values(ArrayFile file, String name) throws InvalidConfig {
    return array(file, name).tensor().values();
  }

  private static List<String> names(ArrayFile file) {
    return file.arrays().stream().map(StoredArray::name).toList();
  }

  private static byte[] safetensors(String header, byte[] data) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(json.length).put(json).put(data).array();
  }

  @Test
  void everyKindOfTensorIsReadInItsOrder() throws Exception {
    ArrayFile file = kept("values.pt");
    assertThat(file.form()).isEqualTo("a PyTorch file");
    assertThat(values(file, "zero")).containsExactly(2.5f);
    assertThat(array(file, "zero").shape()).isEmpty();
    assertThat(values(file, "empty")).isEmpty();
    assertThat(array(file, "empty").shape()).containsExactly(0, 4);
    assertThat(values(file, "row")).containsExactly(3, 4, 5, 6);
    assertThat(values(file, "column")).containsExactly(1, 7, 13, 19);
    assertThat(values(file, "every_other")).startsWith(0, 2, 4).hasSize(12);
    assertThat(values(file, "expanded")).containsExactly(7, 7, 7, 7, 7, 7);
    assertThat(array(file, "permuted").shape()).containsExactly(4, 2, 3);
    assertThat(values(file, "permuted")).startsWith(0, 4, 8, 12, 16, 20, 1, 5);
    assertThat(values(file, "parameter")).containsExactly(0, 1);
    assertThat(values(file, "half"))
        .containsExactly(0x1.554p-2f, 0x1p-24f, Float.POSITIVE_INFINITY);
    assertThat(values(file, "numpy")).containsExactly(0, 1, 2, 3, 4, 5); // its highest byte first
    assertThat(values(file, "fortran")).containsExactly(1, 0, 0, 0, 1, 0);
  }

  @Test
  void wholeNumbersAreReadAsSuchAndNotAsWeights() throws Exception {
    ArrayFile file = kept("values.pt");
    assertThat(array(file, "uint8").wholeNumbers()).containsExactly(0, 255);
    assertThat(array(file, "int8").wholeNumbers()).containsExactly(-1);
    assertThat(array(file, "int16").wholeNumbers()).containsExactly(-300);
    assertThat(array(file, "int32").wholeNumbers()).containsExactly(1 << 30);
    assertThat(array(file, "int64").wholeNumbers()).containsExactly(1L << 40, -1);
    assertThat(array(file, "int64").shape()).containsExactly(2, 1);
    assertThat(array(file, "bool").wholeNumbers()).containsExactly(1, 0);
    assertThatThrownBy(() -> array(file, "int64").tensor())
        .hasMessage("int64 is of the type I64, but weights are F16, BF16, F32 or F64.");
    assertThatThrownBy(() -> array(file, "zero").wholeNumbers())
        .hasMessage("zero is of the type F32, but must hold whole numbers.");
    assertThatThrownBy(() -> array(file, "complex").tensor()).hasMessageContaining("type C64");
    assertThatThrownBy(() -> array(file, "sparse").tensor()).hasMessageContaining("type sparse");
  }

  @Test
  void otherValuesAreFacts() throws Exception {
    assertThat(kept("values.pt").facts())
        .containsEntry("size", List.of(2L, 12L))
        .containsEntry("dtype", "torch.bfloat16")
        .containsEntry("device", "cpu")
        .containsEntry("set", List.of(1L, 2L))
        .containsEntry("big", 0x1p100)
        .containsEntry("negative", -(1L << 40))
        .containsEntry("text", "Grüße")
        .containsEntry("yes", true)
        .containsEntry("scalar", -5L)
        .containsEntry("path", "a/b")
        .containsEntry("counter.a", 2L)
        .doesNotContainKeys("none", "bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transformer-lens-older-form.pth",
        "transformer-lens-views.pt",
        "transformer-lens-views-older-form.pt"
      })
  void theSameNetworkIsTheSameInEveryForm(String name) throws Exception {
    ArrayFile plain = kept("transformer-lens.pth");
    ArrayFile other = kept(name);
    assertThat(names(other)).containsAll(names(plain));
    for (StoredArray array : plain.arrays()) {
      StoredArray same = array(other, array.name());
      assertThat(same.shape()).as(array.name()).isEqualTo(array.shape());
      if (array.type().real()) {
        assertThat(same.tensor().values()).as(array.name()).isEqualTo(array.tensor().values());
      }
    }
  }

  @Test
  void twoNamesOfOneStorageHaveItsValues() throws Exception {
    ArrayFile file = kept("transformer-lens-views.pt");
    float[] tied = values(file, "tied");
    float[] embedding = values(file, "embed.W_E");
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        assertThat(tied[8 * i + j]).isEqualTo(embedding[8 * j + i]);
      }
    }
  }

  @Test
  void otherPrecisionsAreTheSameNumbersRounded() throws Exception {
    ArrayFile plain = kept("transformer-lens.pth");
    ArrayFile doubles = kept("transformer-lens-double-below-net.pt");
    ArrayFile half = kept("transformer-lens-half.pt");
    ArrayFile brain = kept("transformer-lens-bfloat16.pt");
    float[] exact = values(plain, "embed.W_E");
    assertThat(array(half, "embed.W_E").type()).isEqualTo(NumberType.F16);
    assertThat(array(brain, "embed.W_E").type()).isEqualTo(NumberType.BF16);
    assertThat(values(doubles, "net._orig_mod.embed.W_E")).isEqualTo(exact);
    for (int i = 0; i < exact.length; i++) {
      assertThat(Math.abs(values(half, "embed.W_E")[i] - exact[i]))
          .isLessThanOrEqualTo(Math.ulp(exact[i]) * (1 << 12));
      assertThat(Math.abs(values(brain, "embed.W_E")[i] - exact[i]))
          .isLessThanOrEqualTo(Math.ulp(exact[i]) * (1 << 15));
    }
  }

  @Test
  void whatIsNestedHasFlatNames() throws Exception {
    ArrayFile file = kept("transformer-lens-demo.pth");
    assertThat(file.form()).isEqualTo("a PyTorch file of the older form");
    assertThat(names(file))
        .contains("model.embed.W_E", "checkpoints.3.blocks.0.attn.W_Q", "train_indices");
    assertThat(file.facts())
        .containsEntry("config.d_model", 4L)
        .containsEntry("config.act_fn", "relu")
        .containsEntry(
            "config.__class__", "transformer_lens.HookedTransformerConfig.HookedTransformerConfig")
        .containsEntry("checkpoint_epochs", List.of(99L, 199L, 299L, 399L));
    assertThat(array(file, "train_indices").wholeNumbers()).hasSize(20);
    assertThat(values(file, "checkpoints.3.embed.W_E")).isEqualTo(values(file, "model.embed.W_E"));
    assertThat(kept("notebook-init.pth").facts().get("train_data"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(44)
        .allSatisfy(pair -> assertThat((List<?>) pair).hasSize(3));
    assertThat(kept("training-state.ckpt").facts())
        .containsEntry("epoch", 1499L)
        .containsEntry("optimizer_state_dict.param_groups.0.weight_decay", 0.02)
        .containsEntry("args.out", "runs/one");
    assertThat(names(kept("notebook-full-run.pth"))).contains("state_dicts.1.unembed.W_U");
  }

  /** A module is what its state dict would be. */
  @ParameterizedTest
  @CsvSource({
    "mlp-shared-module.pt,''",
    "mlp-shared-module-in-dict.pt,model.",
    "mlp-shared-script.pt,''",
    "mlp-shared-by-pickle.pkl,''"
  })
  void aModuleIsReadAsItsStateDict(String name, String prefix) throws Exception {
    ArrayFile state = kept("mlp-shared.pt");
    ArrayFile module = kept(name);
    assertThat(module.arrays()).hasSameSizeAs(state.arrays());
    for (StoredArray array : state.arrays()) {
      String inModule = prefix + array.name().substring("state_dict.".length());
      assertThat(values(module, inModule)).isEqualTo(array.tensor().values());
    }
  }

  @Test
  void theFieldsOfAModuleAreFacts() throws Exception {
    assertThat(kept("mlp-shared-module.pt").facts())
        .containsEntry("__class__", "make.SharedMlp")
        .containsEntry("embedding.num_embeddings", 7L);
    assertThat(kept("mlp-shared-script.pt").form()).isEqualTo("a TorchScript file");
  }

  @Test
  void picklesAndFilesOfNumpyOpen() throws Exception {
    float[] expected = {0, 1, 2, 3, 4, 5};
    for (String name : List.of("arrays.pkl", "arrays-protocol-2.pkl", "arrays.npz")) {
      assertThat(values(kept(name), "W")).as(name).isEqualTo(expected);
      assertThat(array(kept(name), "W").shape()).containsExactly(2, 3);
    }
    assertThat(values(kept("arrays.pkl"), "layers.0")).containsExactly(1, 1);
    assertThat(kept("arrays.pkl").facts()).containsEntry("p", 7L);
    assertThat(values(kept("arrays.npz"), "half")).containsExactly(0.5f);
    assertThat(array(kept("arrays.npz"), "pairs").wholeNumbers()).containsExactly(1, 2);
    assertThat(values(kept("array.npy"), "array")).isEqualTo(expected); // the first index fastest
  }

  /** A folder of any name, packed members, an order of bytes, a comment at the end. */
  @Test
  void newerAndRepackedArchivesOpen() throws Exception {
    byte[] pickle =
        new PickleBytes()
            .op('}')
            .text("W")
            .tensor("FloatStorage", 3, 1, new long[] {2}, ONE)
            .op('s')
            .end();
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("grüße/data.pkl", pickle);
    members.put("grüße/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    members.put("grüße/data/0", TorchFiles.floats(1, 2, 3));
    members.put("grüße/.data/serialization_id", new byte[40]);
    for (boolean deflated : new boolean[] {true, false}) {
      byte[] zip = TorchFiles.zip(members, deflated);
      zip[zip.length - 2] = 9; // a comment of nine bytes
      byte[] commented = Arrays.copyOf(zip, zip.length + 9);
      assertThat(values(file(commented), "W")).containsExactly(2, 3);
    }
    members.put("grüße/byteorder", "big".getBytes(StandardCharsets.US_ASCII));
    byte[] zip = TorchFiles.zip(members, false);
    assertThatThrownBy(() -> file(zip)).hasMessageContaining("big-endian");
  }

  /** The form that large archives have, made of a small one. */
  @Test
  void archivesWithSizesOf64BitsOpen() throws Exception {
    byte[] pickle = new PickleBytes().tensor("FloatStorage", 1, 0, ONE, ONE).end();
    byte[] small = TorchFiles.zip(pickle, TorchFiles.floats(5));
    ByteBuffer end = ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN);
    int at = small.length - 22;
    ByteBuffer large = ByteBuffer.allocate(small.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    large.put(small, 0, at);
    large.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0);
    large.putInt(0).putLong(3).putLong(3).putLong(end.getInt(at + 12)).putLong(end.getInt(at + 16));
    large.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
    large.put(small, at, 12).putInt(-1).putInt(-1).putShort((short) 0);
    assertThat(values(file(large.array()), "array")).containsExactly(5);
  }

  @Test
  void aStorageOfBytesHasTheTypeOfItsTensor() throws Exception {
    byte[] pickle =
        new PickleBytes()
            .global("torch._utils", "_rebuild_tensor_v3")
            .op('(', '(')
            .text("storage")
            .global("torch.storage", "UntypedStorage")
            .text("0")
            .text("cuda:0")
            .whole(4)
            .op('t', 'Q')
            .whole(1)
            .tuple(1)
            .tuple(1)
            .op(0x89, '}')
            .global("torch", "bfloat16")
            .op('t', 'R')
            .end();
    ArrayFile file = file(TorchFiles.zip(pickle, new byte[] {0, 0, (byte) 0x80, 0x3f}));
    assertThat(array(file, "array").type()).isEqualTo(NumberType.BF16);
    assertThat(values(file, "array")).containsExactly(1);
  }

  /** Older files keep the source of a module's class beside the class, and parts of storages. */
  @Test
  void theOlderFormMayHoldSourcesAndPartsOfStorages() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        new PickleBytes()
            .op(0x8a, 10)
            .raw(new byte[] {0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a})
            .raw(new byte[] {(byte) 0xa8, 0x50, 0x19})
            .end());
    file.writeBytes(new PickleBytes().whole(1001).end());
    file.writeBytes(new PickleBytes().op('}').text("little_endian").op(0x88, 's').end());
    file.writeBytes(
        new PickleBytes()
            .op('(')
            .text("module")
            .global("mine", "Net")
            .text("mine.py")
            .text("import os; os.system('id')")
            .op('t', 'Q', ')', 0x81, '}')
            .text("W")
            .global("torch._utils", "_rebuild_tensor")
            .op('(', '(')
            .text("storage")
            .global("torch", "FloatStorage")
            .text("94")
            .text("cpu")
            .whole(4)
            .op('(')
            .text("95")
            .whole(1)
            .whole(3)
            .op('t', 't', 'Q')
            .whole(1)
            .tuple(2)
            .tuple(1)
            .op('t', 'R', 's', 'b')
            .end());
    file.writeBytes(new PickleBytes().op(']').text("94").op('a').end());
    file.writeBytes(new byte[] {4, 0, 0, 0, 0, 0, 0, 0});
    file.writeBytes(TorchFiles.floats(1, 2, 3, 4));
    ArrayFile opened = file(file.toByteArray());
    assertThat(values(opened, "W")).containsExactly(3, 4);
    assertThat(opened.facts()).containsEntry("__class__", "mine.Net");
    byte[] cut = Arrays.copyOf(file.toByteArray(), file.size() - 1);
    assertThatThrownBy(() -> file(cut))
        .hasMessage(
            "the file ends too early: its storage 94 would have 4 values, but 15 bytes are left.");
  }

  @Test
  void damagedValuesAreNoticedByTheirChecksum() throws Exception {
    byte[] pickle = new PickleBytes().tensor("FloatStorage", 1, 0, ONE, ONE).end();
    byte[] zip = TorchFiles.zip(pickle, new byte[] {1, 2, 3, 4});
    int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("\1\2\3\4");
    zip[at] = 9;
    ArrayFile file = file(zip);
    assertThatThrownBy(() -> values(file, "array"))
        .hasMessage("array cannot be read: its checksum is wrong, so the file is damaged.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FloatStorage|2|0|1|1|array would have 2 values, but the file holds only 4 bytes for it.",
        "FloatStorage|1|0|2|1|array would have the shape [2], but the file holds only 4 bytes",
        "FloatStorage|1|1|1|1|array would have the shape [1], but the file holds only 4 bytes",
        "FloatStorage|2500000000|0|2500000000|1|has no possible place, shape or strides",
        "FloatStorage|2500000000|0|1|1|array would have 2500000000 values, but the file holds only",
        "FloatStorage|1|0|2000000000|0|array would have the shape [2000000000], but the file",
        "FloatStorage|1|0|-1|1|has no possible place, shape or strides",
        "FloatStorage|1|0|1|-1|has no possible place, shape or strides",
      })
  void whatTheFileDoesNotHoldIsRefusedBeforeItIsRead(
      String type, long count, long first, long size, long stride, String why) throws Exception {
    byte[] pickle =
        new PickleBytes().tensor(type, count, first, new long[] {size}, new long[] {stride}).end();
    byte[] zip = TorchFiles.zip(pickle, new byte[4]);
    assertThatThrownBy(() -> file(zip)).isInstanceOf(InvalidConfig.class).hasMessageContaining(why);
  }

  @Test
  void aFileWithoutOneOfItsStoragesIsRefused() throws Exception {
    byte[] pickle = new PickleBytes().tensor("FloatStorage", 1, 0, ONE, ONE).end();
    byte[] zip = TorchFiles.zip(Map.of("a/data.pkl", pickle), false);
    assertThatThrownBy(() -> file(zip))
        .hasMessage("the file refers to data/0, which it does not hold.");
  }

  /** Every type of the format, widened exactly; and what a header may hold besides. */
  @Test
  void halfPrecisionIsWidenedExactly() throws Exception {
    ByteBuffer data = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort((short) 0x0001).putShort((short) 0xfc00).putShort((short) 0x7e00);
    data.putShort((short) 0x3dcd).putShort((short) 0x0001).putShort((short) 0xff80);
    data.putDouble(0.1);
    ArrayFile file =
        file(
            safetensors(
                "{'__metadata__':{'a':1,'b':{'c':[]},'d':'words'},"
                    + "'h':{'dtype':'F16','shape':[3],'data_offsets':[0,6]},"
                    + "'b':{'dtype':'BF16','shape':[3],'data_offsets':[6,12]},"
                    + "'d':{'dtype':'F64','shape':[],'data_offsets':[12,20]},'odd"
                    + " \\u0000.\\ud83e\\udd89':{'dtype':'F99','shape':[7],'data_offsets':[20,20]}}",
                data.array()));
    assertThat(values(file, "h")).containsExactly(0x1p-24f, Float.NEGATIVE_INFINITY, Float.NaN);
    assertThat(values(file, "b"))
        .containsExactly(Float.intBitsToFloat(0x3dcd0000), 0x1p-133f, Float.NEGATIVE_INFINITY);
    assertThat(values(file, "d")).containsExactly(0.1f);
    assertThat(file.texts()).isEqualTo(Map.of("d", "words"));
    StoredArray odd = array(file, "odd \0.\ud83e\udd89");
    assertThat(odd.typeName()).isEqualTo("F99");
    assertThatThrownBy(odd::tensor)
        .hasMessage(
            "odd ?.\ud83e\udd89 is of the type F99, but weights are F16, BF16, F32 or F64.");
  }

  /** An empty tensor may be listed anywhere, as other programs do. */
  @Test
  void emptyTensorsMayStandAnywhere() throws Exception {
    String full = "'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}";
    String before = "'e':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}";
    String after = "'e':{'dtype':'I64','shape':[3,0],'data_offsets':[4,4]}";
    for (String header :
        List.of(full + "," + before, before + "," + full, full + "," + after, after + "," + full)) {
      ArrayFile file = file(safetensors("{" + header + "}", TorchFiles.floats(3)));
      assertThat(values(file, "a")).as(header).containsExactly(3);
      assertThat(array(file, "e").size()).isZero();
    }
  }

  /** A megabyte of metadata is read; where the limit is ours, the sentence says so. */
  @Test
  void longMetadataAreRead() throws Exception {
    String text = "x".repeat(1_200_000);
    ArrayFile file = file(safetensors("{'__metadata__':{'t':'" + text + "'}}", new byte[0]));
    assertThat(file.texts().get("t")).hasSize(1_200_000);
    byte[] huge = new byte[16_000_020];
    ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(16_000_010).put((byte) '{');
    assertThatThrownBy(() -> file(huge))
        .hasMessage(
            "its header has 16,000,010 bytes, and Grokscope reads headers of at most 16,000,000.");
  }

  @Test
  void aFileThatChangesWhileItIsOpenIsNotMixedWithTheOther() throws Exception {
    ArrayFile file =
        file(safetensors("{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}", new byte[4]));
    Files.write(folder.resolve("weights"), new byte[8]);
    assertThatThrownBy(() -> values(file, "a"))
        .hasMessage("a cannot be read: it was changed while it was read.");
  }

  /** What people have instead of a file of weights, each by name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the file is empty.",
        "version https://git-lfs.github.com/spec/v1|this is a note of Git LFS in place of the file,"
            + " which “git lfs pull” fetches.",
        "<!DOCTYPE html><html>|this is a web page that was saved in place of the file; download the"
            + " file itself.",
        "<HTML>|this is a web page that was saved in place of the file; download the file itself.",
        "BZh9|this is a bzip2 archive, which must be unpacked first.",
        "{\"a\": 1}|this is JSON text, not a file of weights.",
        "hello|this is not a safetensors file, nor one of PyTorch or NumPy, by its first bytes.",
      })
  void whatAFileIsInsteadIsSaid(String content, String sentence) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> file(bytes)).hasMessage(sentence);
  }

  @Test
  void otherArchivesAreNamed() throws Exception {
    byte[] tar = new byte[1024];
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    assertThatThrownBy(() -> file(tar)).hasMessageContaining("tar archive, as the oldest versions");
    byte[] hdf = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    assertThatThrownBy(() -> file(hdf)).hasMessageContaining("HDF5 file, as Keras");
    assertThatThrownBy(() -> file(new byte[] {0x1f, (byte) 0x8b, 8}))
        .hasMessage("this is a gzip archive, which must be unpacked first.");
    byte[] zip = TorchFiles.zip(Map.of("word/document.xml", new byte[3]), false);
    assertThatThrownBy(() -> file(zip))
        .hasMessage(
            "this is a zip archive that begins with word/document.xml, but none of arrays;"
                + " PyTorch's has a data.pkl, NumPy's only .npy files.");
    byte[] cut = Arrays.copyOf(zip, zip.length - 30);
    assertThatThrownBy(() -> file(cut)).hasMessageContaining("not saved to the end");
    assertThatThrownBy(() -> ArrayFile.open(folder))
        .hasMessageStartingWith("is a folder, and one file of weights was looked for;");
    assertThatThrownBy(() -> ArrayFile.open(folder.resolve("none")))
        .hasMessage("there is no such file.");
  }
}
