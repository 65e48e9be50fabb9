package grokscope.ui.picture;

import grokscope.train.loop.StoredNetwork;
import java.util.Optional;

/**
 * Which network pictures show. Immutable, any thread.
 *
 * @param live whether it is the current network of the trainer
 * @param network another one; empty while it is being read
 * @param source what stands in place of its step, where it has none; empty otherwise
 * @param missing why there is none, in one sentence; empty where there is one
 */
public record PictureSource(
    boolean live, Optional<StoredNetwork> network, String source, String missing) {
  /** The network that is trained, or was trained last. */
  public static final PictureSource LIVE = new PictureSource(true, Optional.empty(), "", "");

  /** A network that is not there yet. */
  public static final PictureSource COMING = new PictureSource(false, Optional.empty(), "", "");

  /** The network of an earlier step. */
  public static PictureSource of(StoredNetwork network) {
    return new PictureSource(false, Optional.of(network), "", "");
  }

  /** A network from elsewhere. */
  public static PictureSource of(StoredNetwork network, String source) {
    return new PictureSource(false, Optional.of(network), source, "");
  }

  /** No network. */
  public static PictureSource nothing(String sentence) {
    return new PictureSource(false, Optional.empty(), "", sentence);
  }
}
