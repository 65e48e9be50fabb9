package grokscope.model;

import grokscope.kernel.Indices;
import grokscope.task.Examples;
import java.util.ArrayList;
import java.util.List;

/** Examples as one list of tokens per operand. Filled by the trainer thread, read by one lane. */
public final class OperandBatch implements Batch {
  private final List<Indices> operands = new ArrayList<>();
  private final Answers answers;

  /** Room for this many examples. */
  public OperandBatch(int operandCount, int size) {
    for (int i = 0; i < operandCount; i++) {
      operands.add(new Indices(size));
    }
    answers = new Answers(size, 1);
  }

  @Override
  public void fill(Examples examples, int[] ids, int from) {
    answers.fill(examples, ids, from);
    for (int i = 0; i < size(); i++) {
      int example = ids[from + i];
      for (int operand = 0; operand < operands.size(); operand++) {
        operands.get(operand).set(i, examples.token(example, operand));
      }
    }
  }

  @Override
  public int size() {
    return answers.size();
  }

  @Override
  public Answers answers() {
    return answers;
  }

  /** The tokens of one operand, from 0. */
  public Indices operand(int index) {
    return operands.get(index);
  }
}
