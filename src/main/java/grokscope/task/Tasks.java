package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Settings;
import java.util.List;

/** The list of tasks: one line each. */
public final class Tasks {
  /** Every task, the default first. */
  public static final List<Kind<Task>> ALL =
      List.of(
          ModularArithmetic.KIND,
          Permutations.KIND,
          Parity.KIND,
          ConcealedSum.KIND,
          RandomTable.KIND,
          ToyAddition.KIND,
          TeacherStudent.KIND,
          Regression.KIND,
          DigitAddition.KIND,
          Induction.KIND,
          SkipTrigram.KIND,
          Images.KIND);

  private Tasks() {}

  /** The task that these settings chose. */
  public static Task of(Settings settings) {
    return ALL.stream()
        .filter(kind -> kind.id().equals(settings.type()))
        .findFirst()
        .orElseThrow()
        .factory();
  }
}
