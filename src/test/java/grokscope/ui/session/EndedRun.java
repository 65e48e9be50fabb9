package grokscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.train.loop.Command;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.chart.ReplayedCurves;
import grokscope.ui.curves.FinalKeyReplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;

/** Shows tests of other rooms what the window reads of a run that is over. */
public final class EndedRun {
  private EndedRun() {}

  /** What is drawn dashed when so many checkpoints have been read. */
  public static History readAgain(
      RunFolder folder,
      RunConfig config,
      List<Metric> metrics,
      Consumer<Command> trainer,
      int checkpoints)
      throws InterruptedException {
    BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    List<ReplayedCurves> shown = new ArrayList<>();
    RunStatus over =
        new RunStatus(1, RunState.FINISHED, 0, 0, 0, Optional.empty(), Optional.empty(), "");
    try (BackgroundReader backgroundReader = new BackgroundReader(fx::add, Path.of("logs"))) {
      ReplyBox replies = new ReplyBox(trainer);
      new FinalKeyReplay(
              backgroundReader,
              () -> {},
              replies,
              shown::add,
              new SimpleObjectProperty<>(Optional.empty()))
          .onBegin(
              new LabRun(
                  new RunOrigin(RunNumber.NONE, Given.preset(), config, Optional.of(folder)),
                  new History(metrics),
                  over));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (shown.size() < checkpoints) {
        assertThat(System.nanoTime()).as("%d read", shown.size()).isLessThan(deadline);
        Optional.ofNullable(fx.poll(10, TimeUnit.MILLISECONDS)).ifPresent(Runnable::run);
        replies.drain();
      }
    }
    return shown.get(checkpoints - 1).history();
  }
}
