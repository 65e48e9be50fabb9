package grokscope.ui.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of the field with their meanings, read from the page that people read too. Immutable,
 * any thread; needs no toolkit.
 */
public final class Glossary {
  private static final String PAGE = "/assets/help/glossary.md";
  private static final int STEM = 5; // letters that two forms of a word have in common

  /** That of the program. */
  public static final Glossary SHIPPED = of(PageRow.read(PAGE, 2));

  /**
   * What some words mean that are explained together.
   *
   * @param group the heading that they stand under
   * @param words the first is the title, the others are found as well
   * @param meaning in one or two sentences
   */
  public record Entry(String group, List<String> words, String meaning) {
    public Entry {
      words = List.copyOf(words);
    }

    /** The first of its words. */
    public String title() {
      return words.get(0);
    }

    /** Its title, and the first of its words that is more than another form of it. */
    public String heading() {
      String stem = title().substring(0, Math.min(STEM, title().length()));
      return words.stream()
          .skip(1)
          .filter(word -> !word.startsWith(stem))
          .findFirst()
          .map(other -> title() + ", " + other)
          .orElse(title());
    }

    private String all() {
      return String.join(", ", words) + " " + meaning;
    }
  }

  private final List<Entry> entries;
  private final Map<String, Entry> byWord; // in lower case, long words first

  private Glossary(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    List<Map.Entry<String, Entry>> words = new ArrayList<>();
    for (Entry entry : entries) {
      entry.words().forEach(word -> words.add(Map.entry(lower(word), entry)));
    }
    words.sort(
        Comparator.comparing((Map.Entry<String, Entry> word) -> -word.getKey().length())
            .thenComparing(Map.Entry::getKey));
    Map<String, Entry> all = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> word : words) {
      if (all.put(word.getKey(), word.getValue()) != null) {
        throw new IllegalArgumentException("explained twice: " + word.getKey());
      }
    }
    byWord = Collections.unmodifiableMap(all);
  }

  /**
   * A glossary of rows of words, with commas between them, and their meaning.
   *
   * @throws IllegalArgumentException if a word is empty or explained for the second time
   */
  static Glossary of(List<PageRow> rows) {
    List<Entry> entries = new ArrayList<>();
    for (PageRow row : rows) {
      List<String> words = List.of(row.cells().get(0).split(", ", -1));
      if (words.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("an empty word: " + row);
      }
      entries.add(new Entry(row.group(), words, row.cells().get(1)));
    }
    return new Glossary(entries);
  }

  /** All entries, in the order of the page. */
  public List<Entry> entries() {
    return entries;
  }

  /** What exactly this means, whatever its capitals. */
  public Optional<Entry> of(String word) {
    return Optional.ofNullable(byWord.get(lower(word.strip())));
  }

  /**
   * What a label means: its whole text if that is a word of the glossary, and otherwise the words
   * in it, each entry once, in the order of the label. Longer words go before those inside them.
   */
  public List<Entry> in(String label) {
    Optional<Entry> whole = of(label);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    StringBuilder rest = new StringBuilder(lower(label));
    List<Map.Entry<Integer, Entry>> found = new ArrayList<>();
    byWord.forEach(
        (word, entry) -> {
          int at = place(rest, word);
          if (at >= 0) {
            found.add(Map.entry(at, entry));
            rest.replace(at, at + word.length(), "\0".repeat(word.length()));
          }
        });
    found.sort(Map.Entry.comparingByKey());
    return found.stream().map(Map.Entry::getValue).distinct().toList();
  }

  /** Where a word stands as a whole word; −1 where it does not. */
  private static int place(StringBuilder text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return at;
      }
    }
    return -1;
  }

  /** The entries that have each of these words in their words or their meaning. */
  public static List<Entry> search(List<Entry> entries, String typed) {
    List<String> wanted =
        Stream.of(lower(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    Comparator<Entry> named =
        Comparator.comparing(entry -> !wanted.stream().allMatch(lower(entry.heading())::contains));
    return entries.stream()
        .filter(entry -> wanted.stream().allMatch(lower(entry.all())::contains))
        .sorted(named)
        .toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
