package grokscope.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A text file that grows by whole lines, each handed to the system at once. Thread io only. */
final class LineFile implements AutoCloseable {
  private final BufferedWriter writer;

  /** Makes a new file; it must not exist. */
  LineFile(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void append(String line) throws IOException {
    writer.write(line);
    writer.write('\n');
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
