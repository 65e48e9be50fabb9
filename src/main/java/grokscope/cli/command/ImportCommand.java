package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.kernel.Backend;
import grokscope.run.sequence.CheckpointSequence;
import grokscope.run.sequence.ImportWish;
import grokscope.run.sequence.SequenceFinder;
import grokscope.run.sequence.SequenceImport;
import grokscope.task.PairSplit;
import grokscope.train.lab.Choices;
import grokscope.train.loop.Question;
import grokscope.train.loop.StoredNetworkReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run of checkpoints that another program kept. Main thread only. */
@CommandLine.Command(
    name = "import",
    description = {
      "Makes a run of the checkpoints that another program kept of one training.",
      "Every network is measured once; the last line is the run's summary in JSON."
    })
final class ImportCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER|FILE",
      description = {
        "A folder with files that are named by their steps (ckpt_1000.pth, …), or with folders"
            + " such as checkpoint-500; or one PyTorch file with a list of state dicts."
      })
  private Path from;

  @Mixin private WeightsOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Writes the run into this folder, which must be new or empty. Default: among the runs"
              + " that the lab lists.")
  private @Nullable Path out;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "What the run is called. Default: the name of the folder or file.")
  private String name = "";

  @Option(names = "--quiet", description = "Prints the last line only.")
  private boolean quiet;

  ImportCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    ImportWish wish = wish();
    CheckpointSequence sequence = SequenceFinder.find(from);
    say("Found " + sequence.form() + ".");
    try (Backend backend = Engine.standard().loaded().backend();
        StoredNetworkReader trainer =
            new StoredNetworkReader(config -> new Choices(config).lanesOf(backend));
        SequenceImport work = new SequenceImport(wiring.runs(), sequence, wish);
        CtrlC ctrlC = new CtrlC(() -> {})) {
      work.choose(work.trial().answer(trainer));
      work.begin();
      Optional<Question.Measure> next = work.next();
      while (next.isPresent() && !ctrlC.caught()) {
        String called = work.called();
        work.take(next.get().answer(trainer));
        say(line(work, called));
        next = work.next();
      }
      if (ctrlC.caught()) {
        terminal.err().println("Interrupted: nothing was written.");
        return Verdict.INTERRUPTED;
      }
      SequenceImport.Imported made = work.finish();
      made.source().remarks().forEach(this::say);
      terminal.out().println(summary(made));
      return Verdict.OK;
    } catch (InvalidConfig refused) {
      throw refused.in(from.toString());
    }
  }

  private void say(String line) {
    if (!quiet) {
      terminal.out().println(line);
    }
  }

  private static String line(SequenceImport work, String called) {
    return work.done() + " of " + work.size() + "  " + called + "  " + work.said();
  }

  /** The summary, and where it is. */
  private static String summary(SequenceImport.Imported made) throws InvalidConfig {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("folder", made.folder().path().toString());
    keys.put("networks", made.networks());
    keys.putAll(Json.read(AtomicFile.read(made.folder().summary())));
    return Json.line(keys);
  }

  private ImportWish wish() throws InvalidConfig {
    List<Assignment> changes = options.changes();
    Optional<PairSplit> pairs = options.pairs();
    Optional<RunConfig> settings = settings(changes);
    return new ImportWish(
        settings,
        config ->
            Assignment.apply(wiring.catalog(), config, settings.isPresent() ? List.of() : changes),
        changes.stream().map(Assignment::path).toList(),
        pairs,
        Optional.ofNullable(out),
        name);
  }

  private Optional<RunConfig> settings(List<Assignment> changes) throws InvalidConfig {
    Optional<RunConfig> named = options.settings(wiring);
    if (named.isPresent()) {
      return named;
    }
    for (Assignment change : changes) {
      if (change.path().startsWith(SettingPaths.TASK + ".")
          || change.path().startsWith(SettingPaths.MODEL + ".")) {
        throw new InvalidConfig(
            "--set",
            "changes "
                + change.path()
                + ", but task and network are recognised; to choose them, name a --preset as well");
      }
    }
    return Optional.empty();
  }
}
