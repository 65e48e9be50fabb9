package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.model.loss.Losses;
import grokscope.task.TaskShape;
import java.util.ArrayList;
import java.util.List;

/** Refuses a network or a loss that cannot serve the task. Stateless. */
final class FitCheck implements Kind.Check {
  @Override
  public List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    Choices choices = new Choices(config);
    TaskShape task = choices.shape();
    choices
        .model()
        .refusal(task)
        .ifPresent(
            why ->
                problems.add(
                    new Problem(
                        SettingPaths.MODEL_TYPE, "is \"" + config.model().type() + "\", " + why)));
    String loss = config.section(SettingPaths.LOSS).type();
    if (task.valued() && !loss.equals(Losses.SQUARED_ERROR)) {
      problems.add(
          new Problem(
              SettingPaths.LOSS_TYPE,
              "is \""
                  + loss
                  + "\", but the answers of this task are real numbers and not classes; it must be"
                  + " \""
                  + Losses.SQUARED_ERROR
                  + "\""));
    }
    return problems;
  }
}
