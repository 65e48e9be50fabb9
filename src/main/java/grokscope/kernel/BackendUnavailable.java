package grokscope.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numeric libraries of a backend cannot be used on this machine. The message says why and what
 * helps, in one sentence without its full stop. Immutable, any thread.
 */
public final class BackendUnavailable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  BackendUnavailable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
