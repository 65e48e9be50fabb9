package grokscope.task;

import grokscope.config.knob.Option;

/**
 * A binary operation on the elements of a {@link SymmetricGroup}: the three of Power et al. (2022).
 * Immutable, any thread.
 */
enum PermutationOperation implements Option {
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

  @Override
  public String title() {
    return title;
  }

  @Override
  public String id() {
    return id;
  }
}
