package grokscope.train.peer;

import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.Network;
import grokscope.model.Parameter;
import grokscope.task.Examples;
import grokscope.task.Split;
import grokscope.train.lab.Choices;
import grokscope.train.step.Seeds;
import grokscope.train.step.ShuffledBatches;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** All that a peer needs to train the same network on the same data, in one file. */
final class PeerFile {
  private final RunConfig config;
  private final Seeds seeds;
  private final Examples examples;
  private final Split split;

  PeerFile(RunConfig config, Examples examples) {
    this.config = config;
    this.examples = examples;
    seeds = new Seeds(config.seed());
    split = Split.random(examples.size(), config.trainFraction(), seeds.split());
  }

  /** Writes it, with the examples of so many mini-batches. */
  void write(Path file, int batches) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      boolean transformer = config.model().type().equals("transformer");
      out.writeUTF(config.model().type());
      out.writeInt(config.model().whole("layers"));
      out.writeInt(transformer ? config.model().whole("heads") : 0);
      out.writeInt(examples.shape().operands());
      out.writeInt(examples.shape().context());
      out.writeInt(examples.shape().allAnswers());
      writeRule(out, config.optimizer());
      writeExamples(out);
      writeNumbers(out, split.train());
      writeBatches(out, batches);
      writeWeights(out);
    }
  }

  private static void writeRule(DataOutputStream out, Settings optimizer) throws IOException {
    for (String name : List.of("learningRate", "weightDecay", "beta1", "beta2", "epsilon")) {
      out.writeDouble(optimizer.real(name));
    }
    out.writeInt(optimizer.whole("warmupSteps"));
  }

  private void writeExamples(DataOutputStream out) throws IOException {
    int context = examples.shape().context();
    int[] tokens = new int[examples.size() * context];
    Arrays.setAll(tokens, i -> examples.token(i / context, i % context));
    int each = examples.shape().allAnswers();
    int[] positions = new int[each == 1 ? 0 : examples.size() * each];
    Arrays.setAll(positions, i -> examples.position(i / each, i % each));
    int[] answers = new int[examples.size() * each];
    Arrays.setAll(answers, i -> examples.answer(i / each, i % each));
    writeNumbers(out, tokens);
    writeNumbers(out, positions);
    writeNumbers(out, answers);
  }

  private void writeBatches(DataOutputStream out, int batches) throws IOException {
    int size = config.batchSize(split.train().length);
    if (size == split.train().length) {
      out.writeInt(0);
      return;
    }
    ShuffledBatches order = new ShuffledBatches(examples, split.train(), size, seeds.batches());
    out.writeInt(batches);
    for (int i = 0; i < batches; i++) {
      int start = order.advance();
      writeNumbers(out, Arrays.copyOfRange(order.ids(), start, start + size));
    }
  }

  /** The weights with which an experiment of this config starts, before they are rounded. */
  private void writeWeights(DataOutputStream out) throws IOException {
    try (Backend backend = Nd4jBackend.inDouble();
        Network network =
            new Choices(config)
                .model()
                .build(config.model(), examples.shape(), backend, seeds.initialization())) {
      List<Parameter> parameters = network.parameters().list();
      out.writeInt(parameters.size());
      for (Parameter parameter : parameters) {
        out.writeUTF(parameter.name());
        writeValues(out, parameter.value());
      }
    }
  }

  private static void writeValues(DataOutputStream out, Matrix matrix) throws IOException {
    out.writeInt(matrix.rows());
    out.writeInt(matrix.columns());
    for (double value : matrix.toDoubles()) {
      out.writeDouble(value);
    }
  }

  private static void writeNumbers(DataOutputStream out, int[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }
}
