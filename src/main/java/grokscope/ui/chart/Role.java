package grokscope.ui.chart;

import java.util.Arrays;
import java.util.Locale;

/** What a curve tells of, and so which colour it has in every panel. Immutable, any thread. */
public enum Role {
  /** Measured on the examples that the network learns from. */
  TRAIN("train", -1),
  /** Measured on the examples that were held out. */
  TEST("test", -1),
  /** Measured on the weights. */
  NORM("norm", -1),
  /** What the circuit alone answers. */
  RESTRICTED("circuit", -1),
  /** What is answered without the circuit. */
  EXCLUDED("memory", -1),
  /** How much of the logits is the circuit's. */
  LOGITS("logits", -1),
  /** How many neurons are the circuit's. */
  NEURONS("neurons", -1),
  /** How few frequencies the weights use. */
  SPARSITY("weights", -1),
  /** Of which training examples the softmax is certain. */
  SATURATED("saturated", -1),
  /** Which training examples teach nothing more. */
  ZERO_LOSS("zero", -1),
  /** Where the loss descends to. */
  DESCENT("descent", -1),
  /** Measured on the held-out examples at their first answer. */
  ANSWER_1("1", 0),
  /** At their second answer. */
  ANSWER_2("2", 1),
  /** At their third answer. */
  ANSWER_3("3", 2),
  /** At their fourth answer. */
  ANSWER_4("4", 3),
  /** At their fifth answer. */
  ANSWER_5("5", 4),
  /** At their sixth answer. */
  ANSWER_6("6", 5),
  /** At their seventh answer. */
  ANSWER_7("7", 6),
  /** At their eighth answer. */
  ANSWER_8("8", 7);

  /** How many answers have a colour of their own. */
  static final int ANSWERS = 8;

  private final String split;
  private final int answer;

  Role(String split, int answer) {
    this.split = split;
    this.answer = answer;
  }

  /** The role of an answer, counted from 0. */
  static Role answer(int index) {
    return Arrays.stream(values()).filter(role -> role.answer == index).findFirst().orElseThrow();
  }

  /** Which answer it is, counted from 0; negative for another role. */
  int answerIndex() {
    return answer;
  }

  /** The name of its colour in styles. */
  String colour() {
    return "-curve-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of its colour in an earlier run; rank 0 is the newest. */
  String ghostColour(int rank) {
    return colour() + "-ghost-" + rank;
  }

  /** The word for it beside a ghost's line. */
  String split() {
    return split;
  }
}
