package grokscope.run.weights;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.run.format.ArrayFile;
import grokscope.task.PairSplit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSplitTest {
  @TempDir private Path folder;

  private static Optional<PairSplit> split(String name, Object value) throws Exception {
    return FileSplit.of(
        new ArrayFile("a PyTorch file", Map.of(), List.of(), Map.of("epoch", 3L, name, value)));
  }

  @Test
  void numbersAndPairsByTheUsualNames() throws Exception {
    assertThat(split("train_indices", List.of(5L, 7L)))
        .contains(PairSplit.ofNumbers(new long[] {5, 7}));
    assertThat(split("data.train_idx", List.of(5L))).isPresent();
    assertThat(split("train_data", List.of(List.of(1L, 2L, 113L), List.of(3L, 4L, 113L))))
        .contains(PairSplit.ofPairs(new int[] {1, 3}, new int[] {2, 4}));
  }

  /** A safetensors file with one array of truth values. */
  private ArrayFile truths(String name, String shape, int... values) throws Exception {
    String header =
        "{\"%s\":{\"dtype\":\"BOOL\",\"shape\":%s,\"data_offsets\":[0,%d]}}"
            .formatted(name, shape, values.length);
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + text.length + values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return ArrayFile.open(Files.write(folder.resolve("truths.safetensors"), bytes.array()));
  }

  @Test
  void aMaskNamesThePlacesThatItHas() throws Exception {
    PairSplit expected = PairSplit.ofNumbers(new long[] {1, 2});
    assertThat(FileSplit.of(truths("train", "[4]", 0, 1, 1, 0))).contains(expected);
    assertThat(FileSplit.of(truths("train_mask", "[2,2]", 0, 1, 1, 0))).contains(expected);
    assertThat(FileSplit.of(truths("train_mask", "[4,1]", 0, 1, 1, 0))).isEmpty();
    assertThat(FileSplit.of(truths("train_mask", "[0]"))).isEmpty();
  }

  @Test
  void whatIsNoSplitIsLetBe() throws Exception {
    assertThat(split("train_losses", List.of(5L, 7L))).isEmpty();
    assertThat(split("train_data", List.of("a", "b"))).isEmpty();
    assertThat(split("train_indices", List.of())).isEmpty();
    assertThat(split("train", true)).isEmpty();
  }
}
