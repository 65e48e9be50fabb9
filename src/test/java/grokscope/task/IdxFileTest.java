package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir private Path folder;

  private static IdxFile images(byte[] bytes) throws UnreadableFile {
    return IdxFile.images(StoredBytes.of("pictures", bytes));
  }

  private static void refused(byte[] bytes, String sentence) {
    assertThatThrownBy(() -> images(bytes)).isInstanceOf(UnreadableFile.class).hasMessage(sentence);
  }

  private static List<byte[]> rows(IdxFile file, int... wanted) throws UnreadableFile {
    List<byte[]> rows = new ArrayList<>();
    file.read(wanted, (n, row) -> rows.add(row.clone()));
    return rows;
  }

  @Test
  void rowsAreReadAsTheyAreStored() throws Exception {
    byte[] pixels = {1, 2, 3, 4, 5, 6, -1, 8, 9, 10, 11, 12};
    IdxFile file = images(IdxBytes.file(new int[] {0x803, 2, 2, 3}, pixels));
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.size(1)).isEqualTo(2);
    assertThat(file.size(2)).isEqualTo(3);
    assertThat(rows(file, 0, 1))
        .containsExactly(new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {-1, 8, 9, 10, 11, 12});
    assertThat(rows(file, 1)).containsExactly(new byte[] {-1, 8, 9, 10, 11, 12});
  }

  @Test
  void aPackedFileReadsLikeTheBareOne() throws Exception {
    byte[] bytes = IdxBytes.images(300, 20);
    Path bare = Files.write(folder.resolve("a"), bytes);
    Path packed = Files.write(folder.resolve("a.gz"), IdxBytes.gzip(bytes));
    int[] some = {0, 7, 8, 299};
    assertThat(rows(IdxFile.images(StoredBytes.of(packed)), some))
        .containsExactlyElementsOf(rows(IdxFile.images(StoredBytes.of(bare)), some));
  }

  @Test
  void whatIsNoFileOfImagesIsRefused() {
    refused(
        IdxBytes.labels(5),
        "pictures starts with 0x00000801, but a file of images starts with 0x00000803");
    refused(
        new byte[] {0, 0, 8, 3, 0, 0},
        "pictures ends within its header, which has 16 bytes for images");
    refused(new byte[0], "pictures ends within its header, which has 16 bytes for images");
  }

  @Test
  void aLengthThatTheHeaderContradictsIsRefused() {
    byte[] good = IdxBytes.images(3, 2);
    String sentence =
        "pictures says it has 3 images of 2×2, which are 28 bytes with the header, but it is"
            + " longer or cut short";
    refused(Arrays.copyOf(good, good.length - 1), sentence);
    refused(Arrays.copyOf(good, good.length + 1), sentence);
  }

  @Test
  void absurdSizesAreRefusedBeforeAnythingIsAllocated() {
    for (int[] sizes : new int[][] {{0, 2, 2}, {-1, 2, 2}, {3, 0, 2}, {3, 2, 70_000}}) {
      refused(
          IdxBytes.file(new int[] {0x803, sizes[0], sizes[1], sizes[2]}, new byte[12]),
          "pictures says it has "
              + sizes[0]
              + " images of "
              + sizes[1]
              + "×"
              + sizes[2]
              + ", but it must be 1 to 10000000 with sides of 1 to 1024 pixels");
    }
    refused(
        IdxBytes.file(new int[] {0x803, 10_000_000, 1024, 1024}, new byte[12]),
        "pictures says it has 10000000 images of 1024×1024, which are 10485760000016 bytes with"
            + " the header, but it is longer or cut short");
  }

  @Test
  void aPackedFileThatPromisesMoreThanItCanHoldIsRefused() throws IOException {
    byte[] bytes = IdxBytes.file(new int[] {0x803, 10_000_000, 1024, 1024}, new byte[12]);
    byte[] packed = IdxBytes.gzip(bytes);
    // The trailer counts modulo 2³² and here agrees with the header.
    long length = 16 + 10_000_000L * 1024 * 1024;
    for (int i = 0; i < 4; i++) {
      packed[packed.length - 4 + i] = (byte) (length >>> (8 * i));
    }
    Path file = Files.write(folder.resolve("huge.gz"), packed);
    assertThatThrownBy(() -> IdxFile.images(StoredBytes.of(file)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageEndingWith("but it is longer or cut short");
  }

  @Test
  void aDamagedPackedFileIsAUnreadableFile() throws Exception {
    byte[] packed = IdxBytes.gzip(IdxBytes.images(300, 20));
    packed[packed.length - 8] ^= 1; // the checksum
    IdxFile damaged = IdxFile.images(StoredBytes.of(Files.write(folder.resolve("b.gz"), packed)));
    assertThatThrownBy(() -> rows(damaged, 0))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith("b.gz cannot be read: ");
    Path noGzip = Files.write(folder.resolve("c.gz"), IdxBytes.images(3, 3));
    assertThatThrownBy(() -> IdxFile.images(StoredBytes.of(noGzip)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith("c.gz cannot be read: ");
  }

  @Test
  void aFileThatShrankSinceIsCutShort() throws Exception {
    Path path = Files.write(folder.resolve("d"), IdxBytes.images(3, 2));
    IdxFile file = IdxFile.images(StoredBytes.of(path));
    Files.write(path, Arrays.copyOf(IdxBytes.images(3, 2), 20));
    assertThatThrownBy(() -> rows(file, 0, 2)).hasMessage("d is cut short");
    assertThatThrownBy(() -> rows(file, 0)).hasMessage("d is cut short");
  }
}
