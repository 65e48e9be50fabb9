package grokscope.task;

import grokscope.config.Knob;
import java.util.Arrays;
import java.util.List;

/**
 * A binary operation on the elements of a {@link SymmetricGroup}: the three of Power et al. (2022).
 * Immutable, any thread.
 */
enum PermutationOperation {
  /** x·y. */
  PRODUCT("x*y", "x·y") {
    @Override
    int result(SymmetricGroup group, int x, int y) {
      return group.product(x, y);
    }
  },
  /** x·y·x⁻¹. */
  CONJUGATE("x*y*x^-1", "x·y·x⁻¹") {
    @Override
    int result(SymmetricGroup group, int x, int y) {
      return group.product(group.product(x, y), group.inverse(x));
    }
  },
  /** x·y·x. */
  SANDWICH("x*y*x", "x·y·x") {
    @Override
    int result(SymmetricGroup group, int x, int y) {
      return group.product(group.product(x, y), x);
    }
  };

  private final String id;
  private final String title;

  PermutationOperation(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The result for two permutations, each by its number. */
  abstract int result(SymmetricGroup group, int x, int y);

  String title() {
    return title;
  }

  /** The operation with this id in files. */
  static PermutationOperation of(String id) {
    return Arrays.stream(values()).filter(o -> o.id.equals(id)).findFirst().orElseThrow();
  }

  static List<Knob.Option> options() {
    return Arrays.stream(values()).map(o -> new Knob.Option(o.id, o.title)).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
