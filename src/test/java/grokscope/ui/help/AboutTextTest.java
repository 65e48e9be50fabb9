package grokscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ProgramVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AboutTextTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern GROUP = Pattern.compile("<groupId>(.*?)</groupId>");
  private static final Pattern SCOPE = Pattern.compile("<scope>(.*?)</scope>");

  /** What only tests bring along, by the beginnings of its groups. */
  private static final List<String> OF_TESTS =
      List.of(
          "org.junit",
          "org.opentest4j",
          "org.apiguardian",
          "org.assertj",
          "net.bytebuddy",
          "com.tngtech",
          "org.testfx",
          "org.osgi",
          "org.hamcrest");

  private static List<String> named() {
    return AboutText.parts().stream()
        .filter(AboutText.Part::library)
        .flatMap(part -> Arrays.stream(part.who().split(", ")))
        .map(artefact -> artefact.replaceAll(":.*", ""))
        .toList();
  }

  @Test
  void everyLibraryOfTheBuildIsNamedWithItsLicence() throws IOException {
    List<String> groups = new ArrayList<>();
    Matcher dependency = DEPENDENCY.matcher(Files.readString(Path.of("pom.xml")));
    while (dependency.find()) {
      Matcher scope = SCOPE.matcher(dependency.group(1));
      if (!scope.find() || !scope.group(1).equals("test")) {
        Matcher group = GROUP.matcher(dependency.group(1));
        assertThat(group.find()).isTrue();
        groups.add(group.group(1));
      }
    }
    assertThat(groups.stream().filter(group -> !ofTests(group)))
        .as("the groups of the dependencies, each of which about.md has to name")
        .isNotEmpty()
        .allMatch(named()::contains);
  }

  @Test
  void everyLibraryThatTheseBringAlongIsNamedToo() {
    List<String> groups =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(jar -> jar.replace(File.separatorChar, '/'))
            .filter(jar -> jar.contains("/repository/") && jar.endsWith(".jar"))
            .map(AboutTextTest::group)
            .filter(group -> !ofTests(group))
            .distinct()
            .toList();
    assertThat(groups)
        .as("the groups of the jars on the class path, each of which about.md has to name")
        .allMatch(named()::contains);
  }

  /** The group of a jar in a repository: the folders above its artefact and its version. */
  private static String group(String jar) {
    String[] folders = jar.substring(jar.lastIndexOf("/repository/") + 12).split("/");
    return String.join(".", Arrays.copyOf(folders, folders.length - 3));
  }

  private static boolean ofTests(String group) {
    return OF_TESTS.stream().anyMatch(group::startsWith);
  }

  /** Data and fonts lie in folders with a page that says whose they are. */
  @Test
  void dataAndTypeHaveTheirMakers() throws IOException {
    List<AboutText.Part> parts =
        AboutText.parts().stream().filter(part -> !part.library()).toList();
    List<Path> pages;
    try (Stream<Path> files = Files.walk(Path.of("assets"))) {
      pages = files.filter(file -> file.endsWith("README.md")).sorted().toList();
    }
    assertThat(pages).hasSizeGreaterThanOrEqualTo(2);
    for (Path page : pages) {
      String words = Files.readString(page);
      assertThat(parts)
          .as("about.md names what %s describes, with its licence", page)
          .anyMatch(part -> words.contains(part.where()) && words.contains(part.licence()));
    }
    assertThat(parts).anyMatch(part -> part.who().contains("Alpaydin and C. Kaynak"));
  }

  @Test
  void theMachineIsTold() {
    Properties system = new Properties();
    system.setProperty("os.name", "Linux");
    List<String> lines =
        AboutText.machine(new ProgramVersion("1.2", "abc"), system, Runtime.getRuntime());
    assertThat(lines.get(0)).isEqualTo("Grokscope 1.2, commit abc");
    assertThat(lines).anyMatch(line -> line.startsWith("Linux unknown"));
    assertThat(lines).anyMatch(line -> line.matches("Processors: \\d+, memory for Java: \\d+ MB"));
  }
}
