package grokscope.train.step;

import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import grokscope.model.Answers;
import grokscope.task.TaskShape;
import grokscope.train.look.CircuitProbe;
import grokscope.train.look.ForwardPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings examples forward without a gradient, and adds up their losses. Trainer thread only; a lane
 * works on its own share.
 */
final class Evaluation {
  private final LanePasses passes;
  private final TaskShape task;
  private final Optional<CircuitProbe> circuit;
  private final List<List<LossSum>> laneSumsAt = new ArrayList<>(); // per lane and answer
  private final List<LossSum> sumsAt;

  /**
   * An evaluation.
   *
   * @param circuit sees the logits
   */
  Evaluation(LanePasses passes, Optional<CircuitProbe> circuit) {
    this.passes = passes;
    this.task = passes.data().shape();
    this.circuit = circuit;
    sumsAt = sums();
    for (int lane = 0; lane < passes.backend().lanes(); lane++) {
      laneSumsAt.add(sums());
    }
  }

  private List<LossSum> sums() {
    return Stream.generate(LossSum::new).limit(task.allAnswers()).toList();
  }

  /** Evaluates a plan: all answers that are trained, and all that are only watched. */
  void run(LanePlan plan, LossSum trained, LossSum watched) {
    passes.show(plan, this::add);
    trained.clear();
    watched.clear();
    for (int n = 0; n < task.allAnswers(); n++) {
      LossSum sum = sumsAt.get(n);
      sum.clear();
      for (List<LossSum> lane : laneSumsAt) {
        sum.add(lane.get(n));
        lane.get(n).clear();
      }
      (n < task.answers() ? trained : watched).add(sum);
    }
  }

  private void add(ForwardPass forwardPass) {
    circuit.ifPresent(reader -> reader.logits().read(forwardPass));
    Answers answers = forwardPass.batch().answers();
    for (int n = 0; n < answers.perExample(); n++) {
      Matrix rows = forwardPass.logits().rows(n * forwardPass.size(), forwardPass.size());
      LossSum sum = laneSumsAt.get(forwardPass.lane()).get(n);
      passes
          .loss()
          .of(passes.backend().kernels(forwardPass.lane()), rows, answers.at(n), 0, null, sum);
    }
  }

  /** The sums of the plan that was evaluated last, for each answer apart. */
  List<LossSum> sumsAt() {
    return sumsAt;
  }
}
