package grokscope.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grokscope.Damage;
import grokscope.config.InvalidConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt files of arrays are read or refused in one sentence, soon and without much memory. The
 * members of archives are spoilt one by one and given right checksums again.
 */
class MutatedFilesTest {
  private static final List<String> KEPT =
      List.of(
          "transformer-lens-older-form.pth",
          "transformer-lens-views-older-form.pt",
          "mlp-shared-module-in-dict.pt",
          "transformer-lens-demo.pth",
          "transformer-lens-half.pt",
          "notebook-init.pth",
          "mlp-shared-module.pt",
          "values.pt",
          "mlp-shared-by-pickle.pkl",
          "mlp-shared-script.pt",
          "arrays.pkl",
          "arrays-protocol-2.pkl",
          "arrays.npz",
          "array.npy");

  @TempDir private Path folder;

  private final List<byte[]> bases = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(21);
  private final Damage damage = new Damage(21);
  private int refused;

  @Test
  void fourHundredSpoiltFilesDoNoHarm() throws Exception {
    spoil(400);
  }

  @Test
  @Tag("slow")
  void tenThousandSpoiltFilesDoNoHarm() throws Exception {
    spoil(10_000);
  }

  private void spoil(int times) throws IOException {
    for (String name : KEPT) {
      bases.add(Files.readAllBytes(TorchFiles.kept(name)));
    }
    bases.add(safetensors());
    bases.add(safetensors());
    List<Map<String, byte[]>> archives = new ArrayList<>();
    for (int i = 0; i < bases.size(); i++) {
      boolean zip = bases.get(i)[0] == 'P';
      archives.add(zip ? TorchFiles.members(TorchFiles.kept(KEPT.get(i))) : Map.of());
    }
    Path file = folder.resolve("spoilt");
    for (int i = 0; i < times; i++) {
      byte[] base = bases.get(i % bases.size());
      Map<String, byte[]> members = archives.get(i % bases.size());
      boolean whole = members.isEmpty() || random.nextInt(4) == 0;
      read(Files.write(file, whole ? spoilt(base) : spoilt(members)), i);
    }
    assertThat(refused).isBetween(times / 2, times - times / 50);
  }

  private void read(Path file, int number) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long allocated = threads.getThreadAllocatedBytes(self);
    long begun = threads.getThreadCpuTime(self);
    try {
      ArrayFile opened = ArrayFile.open(file);
      for (StoredArray array : opened.arrays()) {
        read(array);
      }
    } catch (InvalidConfig refusal) {
      refused++;
      isOneSentence(refusal);
    } catch (RuntimeException | Error e) {
      throw new AssertionError("file " + number, e);
    }
    assertThat(threads.getThreadAllocatedBytes(self) - allocated)
        .as("bytes for file %d", number)
        .isLessThan(256_000_000L);
    assertThat(threads.getThreadCpuTime(self) - begun)
        .as("ns for file %d", number)
        .isLessThan(1_000_000_000L);
  }

  private static void read(StoredArray array) {
    try {
      if (array.type().whole()) {
        assertThat((long) array.wholeNumbers().length).isEqualTo(array.size());
      } else {
        assertThat((long) array.tensor().values().length).isEqualTo(array.size());
      }
    } catch (InvalidConfig refusal) {
      isOneSentence(refusal);
    }
  }

  private static void isOneSentence(InvalidConfig refusal) {
    assertThat(refusal.getMessage())
        .hasSizeBetween(10, 300)
        .endsWith(".")
        .doesNotContain("\n")
        .doesNotContain("java")
        .doesNotContain("Exception");
  }

  private byte[] spoilt(Map<String, byte[]> good) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>(good);
    List<String> names = new ArrayList<>(members.keySet());
    String name =
        random.nextInt(5) == 0
            ? names.get(random.nextInt(names.size()))
            : names.stream().filter(each -> each.endsWith(".pkl")).findFirst().orElse(names.get(0));
    members.replace(name, spoilt(members.get(name)));
    return TorchFiles.zip(members, random.nextBoolean());
  }

  private byte[] spoilt(byte[] good) {
    return switch (random.nextInt(4)) {
      case 0 -> damage.of(good);
      case 1 -> flipped(good, 1 + random.nextInt(3));
      case 2 -> length(good);
      default -> spliced(good);
    };
  }

  private byte[] flipped(byte[] good, int times) {
    byte[] bytes = good.clone();
    for (int i = 0; i < times && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** An extreme number in the place of another. */
  private byte[] length(byte[] good) {
    byte[] bytes = good.clone();
    int size = 1 << random.nextInt(4);
    if (bytes.length > size) {
      long[] extremes = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 40, Long.MAX_VALUE};
      long extreme = extremes[random.nextInt(extremes.length)] + random.nextInt(3);
      byte[] number =
          ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(extreme).array();
      System.arraycopy(number, 0, bytes, random.nextInt(bytes.length - size), size);
    }
    return bytes;
  }

  /** A piece of another file in the place of as much. */
  private byte[] spliced(byte[] good) {
    byte[] other = bases.get(random.nextInt(bases.size()));
    byte[] bytes = good.clone();
    if (bytes.length > 0) {
      int count = 1 + random.nextInt(Math.min(100, Math.min(bytes.length, other.length)));
      int from = random.nextInt(other.length - count + 1);
      System.arraycopy(other, from, bytes, random.nextInt(bytes.length - count + 1), count);
    }
    return bytes;
  }

  private static byte[] safetensors() {
    byte[] header =
        ("{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"embed.W_E\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                + "\"half\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[24,28]},"
                + "\"brain\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[28,32]},"
                + "\"empty\":{\"dtype\":\"F64\",\"shape\":[0,4],\"data_offsets\":[32,32]},"
                + "\"step\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[32,40]}}   ")
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + 40)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }
}
