package grokscope.train.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Libtorch's steps.
 *
 * @param name the style in which the network is written: usual or rewritten
 */
record PeerSide(PeerProcess peer, String name, List<Integer> threadChoices) implements Side {

  /** Makes a new training of what a {@link PeerFile} says. */
  void open(Path file) {
    String answer = peer.ask("open " + name + " " + file);
    if (!answer.equals("ready")) {
      throw new IllegalStateException("the peer is not ready but says: " + answer);
    }
  }

  /** Takes so many steps and returns the loss before the last update. */
  double train(int steps) {
    return Double.parseDouble(peer.ask("train " + name + " " + steps));
  }

  @Override
  public StepTimes block(int threads, Duration length) {
    String[] told =
        peer.ask("time " + name + " " + threads + " " + length.toMillis()).split(" ", -1);
    return new StepTimes(
        Integer.parseInt(told[0]), Double.parseDouble(told[1]), Double.parseDouble(told[2]));
  }
}
