package grokscope.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A network on its way: each step takes one update of AdamW. */
final class Training {
  private final Given given;
  private final Net net;
  private final AdamW optimizer;
  private final OptimizerOptions options;
  private final Tensor inputs;
  private final Tensor answers;
  private final List<Tensor> batches = new ArrayList<>();
  private int updates;

  Training(Given given, Net net, Weights weights) {
    this.given = given;
    this.net = net;
    Given.Rule rule = given.rule();
    AdamWOptions start = new AdamWOptions(rule.learningRate());
    // The pair lies in memory in the order that the C++ library chose; the defaults tell which.
    DoublePointer betas = start.betas();
    int first = betas.get(0) < betas.get(1) ? 0 : 1;
    betas.put(first, rule.beta1()).put(1 - first, rule.beta2());
    start.eps().put(rule.epsilon());
    start.weight_decay().put(rule.weightDecay());
    optimizer = new AdamW(weights.all(), start);
    options = optimizer.param_groups().get(0).options();
    Tensor allInputs = net.inputs();
    Tensor allAnswers = torch.tensor(given.answers()).reshape(-1, given.answersEach());
    boolean fullBatch = given.batches().length == 0;
    Tensor trained = torch.tensor(given.trainIds());
    inputs = fullBatch ? allInputs.index_select(0, trained) : allInputs;
    answers = fullBatch ? allAnswers.index_select(0, trained) : allAnswers;
    for (long[] batch : given.batches()) {
      batches.add(torch.tensor(batch));
    }
  }

  /**
   * One update; after the given batches they come again.
   *
   * @return the mean loss of the step's examples before the update
   */
  @SuppressWarnings("try") // the scope frees what the step has made
  double step() {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = inputs;
      Tensor y = answers;
      if (!batches.isEmpty()) {
        Tensor ids = batches.get(updates % batches.size());
        x = inputs.index_select(0, ids);
        y = answers.index_select(0, ids);
      }
      updates++;
      options.set_lr(given.rule().rate(updates));
      optimizer.zero_grad();
      Tensor loss = torch.cross_entropy(net.logits(x), y.reshape(-1));
      loss.backward();
      optimizer.step();
      return loss.item_double();
    }
  }
}
