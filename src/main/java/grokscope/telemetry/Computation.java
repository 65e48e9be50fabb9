package grokscope.telemetry;

import grokscope.config.ProgramVersion;

/**
 * All that decides how a run's numbers are rounded, besides its config: with the same of these, the
 * same config gives the same numbers to the last digit. Immutable, any thread.
 *
 * <p>The width of the processor's vectors is not among them, because Java's arithmetic does not
 * depend on it; OpenBLAS has other kernels for other processors, which {@code rounding} tells.
 *
 * @param backend the word for what computes
 * @param threads on how many threads
 * @param program by which program
 * @param java the version of Java, whose logarithms and powers may round otherwise
 * @param processor the word for the kind of processor, such as "amd64"
 * @param rounding a short mark of what the matrix products and functions of this machine make of a
 *     fixed example; another mark, other digits
 */
public record Computation(
    String backend,
    int threads,
    ProgramVersion program,
    String java,
    String processor,
    String rounding) {

  /** What computes here. */
  public static Computation here(String backend, int threads, String rounding) {
    return new Computation(
        backend,
        threads,
        ProgramVersion.ofThisProgram(),
        Runtime.version().toString(),
        System.getProperty("os.arch", ""),
        rounding);
  }

  /** In a few words: "cpu on 2 threads". */
  public String words() {
    return backend + " on " + threads + (threads == 1 ? " thread" : " threads");
  }
}
