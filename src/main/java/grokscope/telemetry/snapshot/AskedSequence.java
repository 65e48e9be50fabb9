package grokscope.telemetry.snapshot;

import java.util.List;

/**
 * A sequence that somebody asks a network about. Immutable, any thread.
 *
 * @param tokens one for each position
 * @param positions where it is answered
 * @param answers the right ones, as many
 */
public record AskedSequence(List<Integer> tokens, List<Integer> positions, List<Integer> answers) {
  public AskedSequence {
    tokens = List.copyOf(tokens);
    positions = List.copyOf(positions);
    answers = List.copyOf(answers);
  }
}
