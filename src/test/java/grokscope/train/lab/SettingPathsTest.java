package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.SettingPaths;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The paths that more than one kind knows are paths of the catalog. */
class SettingPathsTest {
  private final Catalog catalog = new Laboratory(1L << 30).catalog();

  @Test
  void everyPathIsASectionOrASettingOfSomeConfig() throws Exception {
    Set<String> known = paths();
    for (Field constant : SettingPaths.class.getFields()) {
      assertThat(known).as(constant.getName()).contains((String) constant.get(null));
    }
  }

  /** Every section, and every setting of each of its kinds. */
  private Set<String> paths() throws InvalidConfig {
    Set<String> paths = new TreeSet<>();
    for (Section section : catalog.sections()) {
      paths.add(section.path());
      for (Kind<?> kind : section.kinds()) {
        RunConfig config =
            section.hasType()
                ? catalog.with(catalog.defaults(), section.pathOf("type"), kind.id())
                : catalog.defaults();
        paths.addAll(catalog.paths(config));
      }
    }
    return paths;
  }
}
