package grokscope.train.report;

import grokscope.text.NumberText;
import grokscope.train.look.BrokenArray;
import grokscope.train.look.Guessing;
import grokscope.train.look.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must be known before the numbers of a report are believed. Stateless, any thread. */
final class Warnings {
  private static final int NAMED = 6; // more arrays are only counted
  private static final double NEARLY = 0.99; // of the answers right, so that sides hardly matter
  private static final double ERRORS = 3; // standard errors between two sides

  private Warnings() {}

  /** The warnings, the worst first. */
  static List<Warning> of(NetworkReport report, WeightsOrigin origin) {
    List<Warning> warnings = new ArrayList<>();
    if (!report.broken().isEmpty()) {
      warnings.add(new Warning(Warning.Kind.NOT_NUMBERS, broken(report)));
    } else if (Double.isNaN(report.all().loss())) {
      warnings.add(
          new Warning(
              Warning.Kind.NOT_NUMBERS,
              "Its weights are numbers, but its answers are not: the weights are too large for"
                  + " them. Results that depend on answers mean nothing."));
    }
    anotherTask(report, origin)
        .ifPresent(text -> warnings.add(new Warning(Warning.Kind.ANOTHER_TASK, text)));
    if (guesses(report)) {
      warnings.add(new Warning(Warning.Kind.GUESSING, guessed(report)));
    }
    split(report, origin).ifPresent(text -> warnings.add(new Warning(Warning.Kind.SPLIT, text)));
    origin.remarks().forEach(remark -> warnings.add(new Warning(Warning.Kind.READING, remark)));
    return warnings;
  }

  private static String broken(NetworkReport report) {
    List<BrokenArray> arrays = report.broken();
    long broken = arrays.stream().mapToLong(BrokenArray::broken).sum();
    long infinite = arrays.stream().mapToLong(BrokenArray::infinite).sum();
    String named =
        arrays.stream().limit(NAMED).map(Warnings::broken).collect(Collectors.joining(", "));
    int more = arrays.size() - NAMED;
    return NumberText.count(broken)
        + " of "
        + NumberText.count(report.size().weights())
        + " weights are not numbers"
        + (infinite == 0 ? "" : " or infinite")
        + ": "
        + named
        + (more > 0 ? ", and those of " + more + " more" : "")
        + ". Results that depend on them mean nothing.";
  }

  private static String broken(BrokenArray array) {
    List<String> kinds = new ArrayList<>();
    if (array.nan() > 0) {
      kinds.add(NumberText.count(array.nan()) + " NaN");
    }
    if (array.infinite() > 0) {
      kinds.add(NumberText.count(array.infinite()) + " infinite");
    }
    return String.join(" and ", kinds)
        + " in "
        + array.name()
        + (array.broken() == 1 ? " at " : ", first at ")
        + array.first();
  }

  private static Optional<String> anotherTask(NetworkReport report, WeightsOrigin origin) {
    Guessing guessing = report.guessing();
    boolean trained = origin.split() != SplitSource.UNKNOWN && !Double.isNaN(report.train().loss());
    double loss = trained ? report.train().loss() : report.all().loss(); // what it should know
    if (!guessing.farBelow(loss)) {
      return Optional.empty();
    }
    return Optional.of(
        "The loss of "
            + (trained ? "the training" : "all")
            + " examples, "
            + digits(loss)
            + ", is far above that of guessing, ln "
            + guessing.classes()
            + " = "
            + digits(guessing.loss().orElseThrow())
            + ": the network is sure of wrong answers. "
            + suspicion(report, origin));
  }

  /** Memorising brings a part of the answers, and is the better guess where one is right. */
  private static String suspicion(NetworkReport report, WeightsOrigin origin) {
    String other =
        "it was trained for another task, or with operands, answers or tokens in another order or"
            + " numbering.";
    if (guesses(report)) {
      return "Probably " + other;
    }
    return (origin.split() == SplitSource.UNKNOWN
            ? "Either it memorised a part of the examples and does not understand the others, or "
            : "Either other examples are its training examples, or ")
        + other;
  }

  private static boolean guesses(NetworkReport report) {
    return report.guessing().bringsAccuracy(report.all().accuracy(), report.size().examples());
  }

  private static String guessed(NetworkReport report) {
    return "It answers "
        + NumberText.perCent(report.all().accuracy())
        + " of all examples correctly, no more than guessing would ("
        + NumberText.perCent(report.guessing().accuracy())
        + "): what is read of its weights says nothing of how this task is solved.";
  }

  private static Optional<String> split(NetworkReport report, WeightsOrigin origin) {
    if (report.size().trained() == 0) {
      return Optional.empty(); // every step draws new examples
    }
    return switch (origin.split()) {
      case NAMED -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              "Nothing says which examples the network was trained on, so nothing is said of"
                  + " training and hidden examples apart.");
      case SETTINGS ->
          Optional.of(
              "Which examples are hidden follows from the settings, not from the weights. If the"
                  + " network was trained with another split, ignore what is said of training and"
                  + " hidden examples."
                  + (alike(report)
                      ? " It answers both equally well, as with a split that is not its own."
                      : ""));
    };
  }

  /** Whether a side is answered so much like the other as by chance, though not all is right. */
  private static boolean alike(NetworkReport report) {
    double all = report.all().accuracy();
    double error =
        Math.sqrt(all * (1 - all) * (1.0 / report.size().trained() + 1.0 / report.size().hidden()));
    return all < NEARLY
        && !guesses(report)
        && Math.abs(report.train().accuracy() - report.test().accuracy()) < ERRORS * error;
  }

  private static String digits(double number) {
    return String.format(Locale.ROOT, "%.3g", number);
  }
}
