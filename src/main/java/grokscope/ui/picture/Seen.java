package grokscope.ui.picture;

import grokscope.train.Stilled;
import java.util.Optional;

/**
 * Which network pictures show. Immutable, any thread.
 *
 * @param live whether it is the one that the trainer has, as it is now
 * @param network another one; empty while it is being read
 * @param missing why there is none, in one sentence; empty where there is one
 */
public record Seen(boolean live, Optional<Stilled> network, String missing) {
  /** The network that is trained, or was trained last. */
  public static final Seen LIVE = new Seen(true, Optional.empty(), "");

  /** A network that is not there yet. */
  public static final Seen COMING = new Seen(false, Optional.empty(), "");

  /** The network of an earlier step, or from elsewhere. */
  public static Seen of(Stilled network) {
    return new Seen(false, Optional.of(network), "");
  }

  /** No network. */
  public static Seen nothing(String sentence) {
    return new Seen(false, Optional.empty(), sentence);
  }
}
