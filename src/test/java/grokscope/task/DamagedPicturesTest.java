package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.Damage;
import grokscope.PatientReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in an IDX file, bare or packed, it is read or refused in one sentence, soon. */
class DamagedPicturesTest {
  @TempDir private Path folder;

  @Test
  void fiveHundred() throws Exception {
    takesAll(500, 3);
  }

  @Test
  @Tag("slow")
  void tenThousand() throws Exception {
    takesAll(10_000, 4);
  }

  private void takesAll(int count, long seed) throws Exception {
    Damage damage = new Damage(seed);
    byte[] images = IdxBytes.images(20, 5);
    byte[] labels = IdxBytes.labels(20);
    Path bare = folder.resolve("pictures");
    Path packed = folder.resolve("pictures.gz");
    try (PatientReader reader = new PatientReader(UnreadableFile.class)) {
      for (int i = 0; i < count; i++) {
        boolean first = i % 4 < 2;
        byte[] good = first ? images : labels;
        Path file = i % 2 == 0 ? bare : packed;
        byte[] bytes = i % 2 == 0 ? damage.of(good) : packed(damage, good);
        Files.write(file, bytes);
        reader.take(file.getFileName() + " number " + i, () -> readAll(file, first));
      }
      assertThat(reader.refused()).isBetween(count / 3, count - 1);
    }
  }

  /** Spoilt before or after it is packed. */
  private static byte[] packed(Damage damage, byte[] good) throws IOException {
    return damage.below(2) == 0 ? IdxBytes.gzip(damage.of(good)) : damage.of(IdxBytes.gzip(good));
  }

  private static void readAll(Path file, boolean images) throws Exception {
    StoredBytes bytes = StoredBytes.of(file);
    IdxFile open = images ? IdxFile.images(bytes) : IdxFile.labels(bytes);
    open.read(IntStream.range(0, open.rows()).toArray(), (n, row) -> {});
  }
}
