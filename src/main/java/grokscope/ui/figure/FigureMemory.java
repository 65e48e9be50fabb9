package grokscope.ui.figure;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpecFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How figures were saved last, in a file of its own. FX thread only. */
final class FigureMemory {
  private static final Logger LOG = LoggerFactory.getLogger(FigureMemory.class);
  private static final String FILE = "figure.json";

  private final Path file;

  /** That of a folder, which need not exist. */
  FigureMemory(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /** How the last figure was saved; as usual where that is not known or cannot be read. */
  FigureSpec last() {
    if (!file.toFile().isFile()) {
      return FigureSpec.USUAL;
    }
    try {
      return FigureSpecFormat.read(file);
    } catch (InvalidConfig damaged) {
      LOG.warn("{}", damaged.getMessage());
      return FigureSpec.USUAL;
    }
  }

  /** Remembers how a figure was saved; not of which runs. */
  void remember(FigureSpec spec) {
    try {
      AtomicFile.replace(file, Json.page(FigureSpecFormat.write(spec.of(List.of()))));
    } catch (IOException notWritable) {
      LOG.warn("{} was not written: {}", file, AtomicFile.reason(notWritable));
    }
  }
}
