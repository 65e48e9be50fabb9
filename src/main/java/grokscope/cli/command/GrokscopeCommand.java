package grokscope.cli.command;

import grokscope.config.InvalidConfig;
import grokscope.config.preset.PresetStore;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The program without a command: the lab. Main thread only. */
@CommandLine.Command(
    name = "grokscope",
    description = "A laboratory for watching small neural networks grok.",
    mixinStandardHelpOptions = true,
    versionProvider = GrokscopeCommand.Version.class)
final class GrokscopeCommand implements Callable<Integer> {
  private final LabCommand lab;

  GrokscopeCommand(LabCommand lab) {
    this.lab = lab;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    return lab.open(PresetStore.DEFAULT, false);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = GrokscopeCommand.class.getPackage().getImplementationVersion();
      return new String[] {"grokscope " + (version == null ? "(not packaged)" : version)};
    }
  }
}
