package grokscope.model;

import grokscope.kernel.Indices;
import grokscope.task.Examples;
import java.util.ArrayList;
import java.util.List;

/** Examples as one list of tokens per operand. Filled by the trainer thread, read by one lane. */
final class OperandBatch implements Batch {
  private final List<Indices> operands = new ArrayList<>();
  private final int[] answers;

  OperandBatch(int operandCount, int size) {
    for (int i = 0; i < operandCount; i++) {
      operands.add(new Indices(size));
    }
    answers = new int[size];
  }

  @Override
  public void fill(Examples examples, int[] ids, int from) {
    for (int i = 0; i < answers.length; i++) {
      int example = ids[from + i];
      for (int operand = 0; operand < operands.size(); operand++) {
        operands.get(operand).set(i, examples.token(example, operand));
      }
      answers[i] = examples.answer(example);
    }
  }

  @Override
  public int size() {
    return answers.length;
  }

  @Override
  public int[] answers() {
    return answers;
  }

  Indices operand(int index) {
    return operands.get(index);
  }
}
