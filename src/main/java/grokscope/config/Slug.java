package grokscope.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A title as a file name that is safe on every system. Stateless, any thread. */
public final class Slug {
  private static final int LONGEST = 60;

  /** Names that one system keeps for its devices. */
  private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

  private Slug() {}

  /** The name for a title; never empty. */
  public static String of(String title) {
    String slug = plain(title);
    boolean device = RESERVED.contains(slug) || slug.matches("(com|lpt)[0-9]");
    return slug.isEmpty() || device ? ("preset-" + slug).replaceAll("-$", "") : slug;
  }

  /** The letters and digits of a title, as the beginning of a name; empty where it has none. */
  public static String plain(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
  }
}
