package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * All pairs (x, y) of permutations of a few things as sequences "x y =", with the result of an
 * operation as the answer; a permutation is one token, its number in the {@link SymmetricGroup}.
 * Stateless, any thread.
 */
final class Permutations implements Task {
  static final Kind<Task> KIND =
      new Kind<>(
          "permutations",
          "Permutations",
          "An operation on all permutations of n things: part of the table is trained on, the rest"
              + " is hidden.",
          List.of(
              Knobs.choice("operation")
                  .titled("Operation")
                  .called("")
                  .says("The rule to be found; x·y applies x first, then y.")
                  .nextRun()
                  .among(PermutationOperation.values()),
              Knobs.whole("degree")
                  .titled("Degree")
                  .says("How many things are permuted: 3, 4 or 5 give 36, 576 or 14,400 pairs.")
                  .nextRun()
                  .initially(5)
                  .range(3, 5)),
          Kind.Check.NONE,
          new Permutations());

  @Override
  public TaskShape shape(Settings settings) {
    int order = SymmetricGroup.order(settings.whole("degree"));
    return PairTable.shape(order, order * order);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    SymmetricGroup group = new SymmetricGroup(settings.whole("degree"));
    PermutationOperation operation = settings.choice("operation", PermutationOperation.class);
    return PairTable.of(shape(settings), x -> 0, (x, y) -> operation.result(group, x, y));
  }

  @Override
  public Optional<SymmetricGroup> permutationProducts(Settings settings) {
    PermutationOperation operation = settings.choice("operation", PermutationOperation.class);
    return operation == PermutationOperation.PRODUCT
        ? Optional.of(new SymmetricGroup(settings.whole("degree")))
        : Optional.empty();
  }

  @Override
  public String title(Settings settings) {
    char degree = (char) ('₀' + settings.whole("degree"));
    return settings.choice("operation", PermutationOperation.class).title() + " in S" + degree;
  }
}
