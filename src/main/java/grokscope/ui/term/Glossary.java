package grokscope.ui.term;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of the field with their meanings, read from the page that people read too. Immutable,
 * any thread; needs no toolkit.
 */
public final class Glossary {
  private static final String PAGE = "/assets/help/glossary.md";
  private static final String GROUP = "## ";
  private static final String ROW = "| ";
  private static final String END = " |";
  private static final List<String> HEAD = List.of("| word | meaning |", "|---|---|");

  /** That of the program. */
  public static final Glossary SHIPPED = shipped();

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

    /** Its words as one line. */
    public String heading() {
      return String.join(", ", words);
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

  private static Glossary shipped() {
    try (InputStream page = Objects.requireNonNull(Glossary.class.getResourceAsStream(PAGE), PAGE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(page, StandardCharsets.UTF_8))) {
      return of(lines.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads a page of tables under headings.
   *
   * @throws IllegalArgumentException if a row has not two cells, has an empty word, or explains a
   *     word for the second time
   */
  static Glossary of(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    String group = "";
    for (String line : lines) {
      if (line.startsWith(GROUP)) {
        group = line.substring(GROUP.length());
      } else if (line.startsWith("|") && !HEAD.contains(line)) {
        entries.add(entry(group, line));
      }
    }
    return new Glossary(entries);
  }

  private static Entry entry(String group, String line) {
    int middle = line.indexOf(END + " ");
    boolean whole = line.startsWith(ROW) && line.endsWith(END) && middle > 0;
    if (!whole || middle + 3 > line.length() - END.length() || group.isEmpty()) {
      throw new IllegalArgumentException("not a word and its meaning under a heading: " + line);
    }
    List<String> words = List.of(line.substring(ROW.length(), middle).split(", ", -1));
    String meaning = line.substring(middle + 3, line.length() - END.length()).replace("*", "");
    if (words.stream().anyMatch(String::isBlank) || meaning.isBlank() || meaning.contains(END)) {
      throw new IllegalArgumentException("not a word and its meaning under a heading: " + line);
    }
    return new Entry(group, words, meaning);
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
        .filter(
            entry ->
                wanted.stream().allMatch(lower(entry.heading() + " " + entry.meaning())::contains))
        .sorted(named)
        .toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
