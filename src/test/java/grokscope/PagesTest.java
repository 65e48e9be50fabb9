package grokscope;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.measure.AllMetrics;
import grokscope.task.Tasks;
import grokscope.train.lab.Models;
import grokscope.ui.picture.PictureDeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages name is there, and they name what is there. */
class PagesTest {
  private static final Path PAGES = Path.of("src/site/markdown");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LIST = Pattern.compile("list in `(?:[a-z]+\\.)*(\\w+)`");

  /** A class, perhaps after its rooms, perhaps before a member. */
  private static final Pattern TYPE =
      Pattern.compile("(?:[a-z]+\\.)*([A-Z][a-z]\\w+)(?:\\.(\\w+)(?:\\(.*\\))?)?");

  /** What is the reader's own, or not a class of ours. */
  private static final Pattern FOREIGN = Pattern.compile("My[A-Z].*|Locale|Long");

  /** Where a kind of thing is added, one list for each kind. */
  private static final List<String> LISTS =
      List.of(
          "Tasks",
          "Models",
          "Optimizers",
          "GradientFilters",
          "Losses",
          "Measures",
          "Panels",
          "Pictures");

  @Test
  void thePageOfMeasuresNamesEveryColumnAndNoOther() throws IOException {
    List<String> named = new ArrayList<>();
    for (String line : Files.readAllLines(PAGES.resolve("measures.md"))) {
      if (line.startsWith("| `")) {
        String cell = line.substring(1, line.indexOf('|', 1));
        List<String> columns = CODE.matcher(cell).results().map(found -> found.group(1)).toList();
        named.addAll(cell.contains("…") ? between(columns.get(0), columns.get(1)) : columns);
      }
    }
    assertThat(named)
        .as("the columns in the tables of measures.md, which has to name each in a row")
        .containsExactlyInAnyOrderElementsOf(AllMetrics.ids());
  }

  /** The columns from x_1 to x_8. */
  private static List<String> between(String first, String last) {
    int cut = first.lastIndexOf('_') + 1;
    int from = Integer.parseInt(first.substring(cut));
    int to = Integer.parseInt(last.substring(cut));
    return Stream.iterate(from, n -> n <= to, n -> n + 1)
        .map(n -> first.substring(0, cut) + n)
        .toList();
  }

  @Test
  void pagesNameTheKeyOfTheLastTab() throws IOException {
    int last = Math.min(9, PictureDeck.tabs().size());
    for (Path page : List.of(Path.of("README.md"), PAGES.resolve("guide.md"))) {
      assertThat(Files.readString(page)).as("%s", page).contains("(Ctrl+1 to Ctrl+" + last + ")");
    }
  }

  @Test
  void theGuideNamesEveryTaskAndNetwork() throws IOException {
    assertThat(codes(PAGES.resolve("guide.md")))
        .as("what `guide.md` names; a new task or network needs a few words there")
        .containsAll(Tasks.ALL.stream().map(Kind::id).toList())
        .containsAll(Models.ALL.stream().map(Kind::id).toList());
  }

  @Test
  void everyHowToNamesAListToAddTo() throws IOException {
    Map<String, Path> sources = sources();
    Set<String> lists = new TreeSet<>();
    for (Path page : howTos()) {
      String text = Files.readString(page);
      List<String> named = LIST.matcher(text).results().map(found -> found.group(1)).toList();
      assertThat(named.isEmpty() && !text.contains("`presets/index.txt`"))
          .as("%s names no list", page)
          .isFalse();
      assertThat(named).as("the lists that %s names", page).allMatch(sources::containsKey);
      lists.addAll(named);
    }
    assertThat(lists).as("the lists with a page").containsAll(LISTS);
  }

  @Test
  void everyClassThatAHowToNamesIsThereWithTheMemberThatItNames() throws IOException {
    Map<String, Path> sources = sources();
    for (Path page : howTos()) {
      for (String code : codes(page)) {
        Matcher type = TYPE.matcher(code);
        if (type.matches() && !FOREIGN.matcher(code).matches()) {
          assertThat(sources.containsKey(type.group(1)))
              .as("%s names %s: a class of ours is called %s", page, code, type.group(1))
              .isTrue();
          if (type.group(2) != null) {
            assertThat(Files.readString(sources.get(type.group(1))))
                .as("%s names %s", page, code)
                .containsPattern("\\b" + type.group(2) + "\\b");
          }
        }
      }
    }
  }

  private static List<String> codes(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
  }

  private static List<Path> howTos() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES.resolve("howto"))) {
      return pages.sorted().toList();
    }
  }

  /** The file of every class, by its simple name. */
  private static Map<String, Path> sources() throws IOException {
    Map<String, Path> sources = new HashMap<>();
    for (String root : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), file));
      }
    }
    return sources;
  }
}
