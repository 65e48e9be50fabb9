package grokscope.optim;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.kernel.Backend;
import grokscope.kernel.RandomStream;
import grokscope.kernel.StateArchive;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;
import java.util.function.Consumer;

/**
 * One update, from the gradient of a step to new weights, in this order: noise on the gradient, the
 * gradient filter, the optimiser, noise on the weights, the norm clamp. What is off costs nothing
 * and draws nothing. Trainer thread only.
 *
 * <p>The clamp is Omnigrok's (Liu et al. 2023): with w all weights and biases together and w₀ the
 * initial ones, w ← w·clamp·‖w₀‖/‖w‖.
 */
public final class WeightUpdate implements AutoCloseable {
  /** The knobs of the section {@code weights}. */
  public static final List<Knob> KNOBS =
      List.of(
          noise(
              "gradientNoise",
              "Gradient noise",
              "added to every gradient, before its filter and the optimiser"),
          noise(
              "weightNoise",
              "Weight noise",
              "added to every weight after each update, and stays there"),
          Knobs.real("normClamp")
              .titled("Norm clamp")
              .says(
                  "Keeps the norm of all weights together at this multiple of its initial value; 0"
                      + " turns this off.")
              .live()
              .initially(0)
              .range(0, 1000)
              .slider(0.1, 10)
              .zeroThenLogarithmic());

  private static Knob noise(String name, String title, String where) {
    return Knobs.real(name)
        .titled(title)
        .says("The standard deviation of the noise that is " + where + ".")
        .live()
        .initially(0)
        .range(0, 1000)
        .slider(1e-6, 1)
        .zeroThenLogarithmic();
  }

  private final GradientFilter filter;
  private final Optimizer optimizer;
  private final Backend backend;
  private final List<Parameter> parameters;
  private final RandomStream random;
  private double startSquare;
  private Settings settings;

  /**
   * An update of the parameters that the filter and the optimiser were made for.
   *
   * @param settings of the section {@code weights}
   * @param random the stream of the noise
   */
  public WeightUpdate(
      Settings settings,
      GradientFilter filter,
      Optimizer optimizer,
      Parameters parameters,
      Backend backend,
      RandomStream random) {
    this.settings = settings;
    this.filter = filter;
    this.optimizer = optimizer;
    this.backend = backend;
    this.parameters = parameters.list();
    this.random = random;
    this.startSquare = sumOfSquares();
  }

  /** Changes the weights by the gradients, and leaves the gradients undefined. */
  public void run() {
    double onGradient = settings.real("gradientNoise");
    if (onGradient > 0) {
      onEach(p -> backend.kernels(0).elements().addNoise(onGradient, random, p.gradient()));
    }
    filter.filter();
    optimizer.update();
    double onWeights = settings.real("weightNoise");
    if (onWeights > 0) {
      onEach(p -> backend.kernels(0).elements().addNoise(onWeights, random, p.value()));
    }
    double clamp = settings.real("normClamp");
    double square = clamp > 0 ? sumOfSquares() : 0;
    if (square > 0) { // weights that are all zero have no length to hold
      double factor = clamp * Math.sqrt(startSquare / square);
      onEach(p -> backend.kernels(0).elements().blend(factor, p.value(), 0, p.value()));
    }
  }

  /** On one lane: the draws come in one order, whatever the number of lanes. */
  private void onEach(Consumer<Parameter> work) {
    for (int i = 0; i < parameters.size(); i++) {
      work.accept(parameters.get(i));
    }
  }

  private double sumOfSquares() {
    double sum = 0;
    for (int i = 0; i < parameters.size(); i++) {
      sum += backend.kernels(0).elements().sumOfSquares(parameters.get(i).value());
    }
    return sum;
  }

  /** New settings, from the next update on. */
  public void retune(RunConfig config) {
    settings = config.section(SettingPaths.WEIGHTS);
    filter.retune(config.section(SettingPaths.GRADIENT));
    optimizer.retune(config.optimizer());
  }

  /** Forgets earlier gradients; schedules go on. */
  public void forget() {
    filter.forget();
    optimizer.forget();
  }

  /** Carries all that later updates depend on, besides the weights, over to a resumed run. */
  public void archive(StateArchive state) {
    state.stream("noise", random);
    startSquare = state.real("weights.startSquare", startSquare);
    filter.archive(state);
    optimizer.archive(state);
  }

  @Override
  public void close() {
    filter.close();
    optimizer.close();
  }
}
