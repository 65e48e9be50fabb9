package grokscope.ui.picture;

import grokscope.train.Stilled;
import java.util.Optional;

/**
 * Which network pictures show. Immutable, any thread.
 *
 * @param live whether it is the one that the trainer has, as it is now
 * @param network another one; empty while it is being read
 * @param source what stands in place of its step, where it has none; empty otherwise
 * @param missing why there is none, in one sentence; empty where there is one
 */
public record Seen(boolean live, Optional<Stilled> network, String source, String missing) {
  /** The network that is trained, or was trained last. */
  public static final Seen LIVE = new Seen(true, Optional.empty(), "", "");

  /** A network that is not there yet. */
  public static final Seen COMING = new Seen(false, Optional.empty(), "", "");

  /** The network of an earlier step. */
  public static Seen of(Stilled network) {
    return new Seen(false, Optional.of(network), "", "");
  }

  /** A network from elsewhere. */
  public static Seen of(Stilled network, String source) {
    return new Seen(false, Optional.of(network), source, "");
  }

  /** No network. */
  public static Seen nothing(String sentence) {
    return new Seen(false, Optional.empty(), "", sentence);
  }
}
