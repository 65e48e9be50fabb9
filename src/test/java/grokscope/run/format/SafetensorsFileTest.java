package grokscope.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read again, and nothing else. */
class SafetensorsFileTest {
  @TempDir private Path folder;

  private static List<Tensor> tensors() {
    return List.of(
        new Tensor(
            "embed.W_E", new int[] {2, 3}, new float[] {1, -0f, Float.MIN_VALUE, 1e30f, 5, 1 / 3f}),
        new Tensor("scalar", new int[] {}, new float[] {7}),
        new Tensor("none", new int[] {0, 4}, new float[0]),
        new Tensor("blocks.0.attn.W_Q", new int[] {2, 1, 2}, new float[] {1, 2, 3, 4}));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("w.safetensors"), content);
  }

  private Path file(String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    return file(bytes.array());
  }

  @Test
  void writingThenReadingIsExact() throws Exception {
    Path file = folder.resolve("w.safetensors");
    SafetensorsFile.write(file, tensors());
    List<Tensor> read = SafetensorsFile.read(file);
    assertThat(read).hasSize(4);
    for (Tensor expected : tensors()) {
      Tensor seen =
          read.stream().filter(t -> t.name().equals(expected.name())).findFirst().orElseThrow();
      assertThat(seen.shape()).isEqualTo(expected.shape());
      assertThat(seen.values()).isEqualTo(expected.values());
    }
  }

  @Test
  void aNetworkWithNamesOfItsOwnSaysWhatItsWeightsAre() throws Exception {
    Path file = folder.resolve("w.safetensors");
    int[] shape = {1};
    float[] values = {2};
    SafetensorsFile.write(
        file,
        List.of(
            new Tensor("wordlist", Part.EMBEDDING, shape, values),
            new Tensor("embed.W_E", Part.HIDDEN, shape, values),
            new Tensor("memory", shape, values)));
    assertThat(SafetensorsFile.read(file))
        .extracting(Tensor::part)
        .containsExactly(Part.EMBEDDING, Part.HIDDEN, Part.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'pt'}|EMBEDDING",
        "{'grokscope.parts':'{}'}|EMBEDDING",
        "{'grokscope.parts':'{^embed.W_E^:^of a later version^}'}|EMBEDDING",
        "{'grokscope.parts':'{^embed.W_E^:^hidden^}'}|HIDDEN",
      })
  void whereAFileDoesNotSayAPartTheNameDoes(String texts, Part part) throws Exception {
    String header =
        "{'__metadata__':"
            + texts
            + ",'embed.W_E':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}";
    Path file = file(header.replace('\'', '"').replace("^", "\\\""), 4);
    assertThat(SafetensorsFile.read(file).get(0).part()).isEqualTo(part);
  }

  @Test
  void namesInTheFileCannotBreakASentence() throws Exception {
    Path file = file("{\"a\\nb\": {\"dtype\": \"F\\u2028\"}}", 0);
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .hasMessage("this is not a safetensors file: the header has no shape or no place for a?b.");
  }

  /** The first bytes as the format's description has them. */
  @Test
  void theFileIsLaidOutAsOthersReadIt() throws Exception {
    Path file = folder.resolve("w.safetensors");
    SafetensorsFile.write(file, List.of(new Tensor("a", new int[] {1}, new float[] {2})));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong();
    assertThat(header % 8).isZero();
    assertThat(new String(bytes.array(), 8, header, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
    assertThat(bytes.getFloat(8 + header)).isEqualTo(2);
  }

  @Test
  void doublesAreRounded() throws Exception {
    String header = "{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).putDouble(0.1).putDouble(-2);
    assertThat(SafetensorsFile.read(file(bytes.array())).get(0).values())
        .containsExactly(0.1f, -2f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|4|its tensors have 0 bytes, but 4 follow",
        "{'a':3}|0|has no shape or no place for a",
        "{'a':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}}|8|a is of the type I64, but weights"
            + " are F16, BF16, F32 or F64",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}|4|does not fit its shape",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|does not begin where",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}|4|small whole numbers",
        "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}}|4|small whole numbers",
        "{'a':{'dtype':'F32','shape':[2147483647,2147483647],'data_offsets':[0,4]}}|4|fit its"
            + " shape",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|3|but 3 follow",
        "['a']|0|must be an object",
        "{'a|0|is not JSON",
      })
  void whatIsNotSuchAFileIsRefused(String header, int data, String why) throws Exception {
    Path file = file(header.replace('\'', '"'), data);
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(why);
  }

  @Test
  void aHeaderThatClaimsToBeHugeIsRefusedBeforeItIsRead() throws Exception {
    byte[] bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 60).array();
    Path file = file(bytes);
    assertThatThrownBy(() -> SafetensorsFile.read(file)).hasMessageContaining("header would have");
    Path empty = file(new byte[3]);
    assertThatThrownBy(() -> SafetensorsFile.read(empty)).hasMessageContaining("shorter");
  }

  /** A thousand damaged files: each is read or refused in one sentence. */
  @Test
  void damagedFilesDoNoHarm() throws Exception {
    Path file = folder.resolve("w.safetensors");
    SafetensorsFile.write(file, tensors());
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(2) * 5);
      for (int j = 0; j < 1 + random.nextInt(4); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(SafetensorsFile.read(file(damaged))).isNotNull();
      } catch (InvalidConfig sentence) {
        assertThat(sentence.getMessage()).isNotBlank().doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isBetween(500, 1000);
  }
}
