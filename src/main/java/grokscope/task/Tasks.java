package grokscope.task;

import grokscope.config.Kind;
import java.util.List;

/** The list of tasks: one line each. */
public final class Tasks {
  /** Every task, the default first. */
  public static final List<Kind<Task>> ALL = List.of(ModularArithmetic.KIND);

  private Tasks() {}
}
