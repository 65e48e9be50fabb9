package grokscope.ui;

import grokscope.config.RunConfig;
import grokscope.run.CheckpointEntry;
import grokscope.run.RunFolder;
import grokscope.train.Stilled;
import grokscope.ui.time.Archive;
import java.util.List;
import java.util.function.Consumer;

/** Reads checkpoints on the thread that reads stored runs. FX thread only. */
record StoredArchive(Background background) implements Archive {
  @Override
  public void list(RunFolder run, Consumer<List<CheckpointEntry>> done) {
    background.ask(run::listCheckpoints, done, unreadable -> done.accept(List.of()));
  }

  @Override
  public void read(
      CheckpointEntry entry,
      long run,
      RunConfig config,
      Consumer<Stilled> done,
      Consumer<String> refused) {
    background.ask(() -> entry.still(run, config), done, refused);
  }
}
