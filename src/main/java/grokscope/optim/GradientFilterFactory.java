package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.model.Parameters;
import java.util.function.ToIntFunction;

/**
 * Makes gradient filters of one kind. Stateless, any thread.
 *
 * @param remembered how many gradients of the whole network such a filter keeps in memory
 * @param builder how to make one
 */
public record GradientFilterFactory(ToIntFunction<Settings> remembered, Builder builder) {
  /** Makes a filter. */
  @FunctionalInterface
  public interface Builder {
    /** A new filter for the gradients of these parameters. */
    GradientFilter build(Settings settings, Parameters parameters, Backend backend);
  }
}
