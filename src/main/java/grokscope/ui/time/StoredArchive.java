package grokscope.ui.time;

import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.session.BackgroundReader;
import java.util.List;
import java.util.function.Consumer;

/** Reads checkpoints on the thread that reads stored runs. FX thread only. */
record StoredArchive(BackgroundReader backgroundReader) implements Archive {
  @Override
  public void list(RunFolder run, Consumer<List<CheckpointEntry>> done) {
    backgroundReader.ask(run::listCheckpoints, done, unreadable -> done.accept(List.of()));
  }

  @Override
  public void read(
      CheckpointEntry entry,
      long run,
      RunConfig config,
      Consumer<StoredNetwork> done,
      Consumer<String> refused) {
    backgroundReader.ask(() -> entry.network(run, config), done, refused);
  }
}
