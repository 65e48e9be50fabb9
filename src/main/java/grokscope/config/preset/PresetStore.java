package grokscope.config.preset;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.Slug;
import grokscope.config.knob.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The presets a person can open: those that came with the program, which never change, and the
 * user's own, one file each. It holds no state but where they are; any thread, one writer at a
 * time.
 */
public final class PresetStore {
  /** The preset that opens when nobody chose one. */
  public static final String DEFAULT = "first-look";

  private static final String ENDING = ".json";

  private final PresetFormat format;
  private final PresetSearch search;
  private final Path folder;
  private final Path trash;
  private final List<Preset> shipped;
  private final List<String> shippedProblems;

  /**
   * A store.
   *
   * @param userFolder the user's folder; its own presets lie in {@code presets} below it, which is
   *     made when the first one is saved
   */
  public PresetStore(Catalog catalog, Path userFolder) {
    this.format = new PresetFormat(catalog);
    this.search = new PresetSearch(catalog);
    this.folder = userFolder.resolve("presets");
    this.trash = userFolder.resolve("trash").resolve("presets");
    List<Preset> presets = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String id : resource("index.txt").lines().map(String::strip).toList()) {
      if (id.isEmpty()) {
        continue;
      }
      try {
        presets.add(format.read(id, true, resource(id + ENDING)));
      } catch (InvalidConfig e) {
        problems.add(e.in("presets/" + id + ENDING).getMessage());
      }
    }
    this.shipped = List.copyOf(presets);
    this.shippedProblems = List.copyOf(problems);
  }

  /** The shipped presets in their order, then the user's by title. */
  public List<Preset> all() {
    List<Preset> all = new ArrayList<>(shipped);
    all.addAll(users(new ArrayList<>()));
    return all;
  }

  /** One sentence for each preset file that cannot be opened. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(shippedProblems);
    users(problems);
    return problems;
  }

  /** The preset with this id. */
  public Optional<Preset> find(String id) {
    return all().stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  /** The preset with this title, whatever its case. */
  public Optional<Preset> titled(String title) {
    return all().stream()
        .filter(preset -> preset.title().equalsIgnoreCase(title.strip()))
        .findFirst();
  }

  /**
   * The presets in which every one of these words is found, the likeliest first. Without a word,
   * all of them in their order.
   */
  public List<Preset> search(String words) {
    return search.matching(all(), words);
  }

  /** The ids that a person may have meant by a word that is none; the likeliest first. */
  public List<String> near(String word) {
    return search.near(all(), word);
  }

  /**
   * The preset or bare config in any file.
   *
   * @throws InvalidConfig naming the file, and in it the path, the value and what is allowed
   */
  public Preset read(Path file) throws InvalidConfig {
    try {
      String name = String.valueOf(file.getFileName());
      String id = name.endsWith(ENDING) ? name.substring(0, name.length() - 5) : name;
      return format.read(id, false, AtomicFile.read(file));
    } catch (InvalidConfig e) {
      throw e.in(file.toString());
    }
  }

  /**
   * Saves a config as a new preset of the user's.
   *
   * @throws InvalidConfig when the title is taken or the file cannot be written
   */
  public Preset saveAs(String title, String story, List<String> focus, RunConfig config)
      throws InvalidConfig {
    String checked = PresetFormat.checkedTitle(title);
    refuseTaken(checked, "");
    PresetNotes presetNotes =
        new PresetNotes(
            checked,
            "",
            PresetFormat.checkedStory(story),
            "",
            format.checkedFocus(focus, config),
            Expectation.OPEN,
            0);
    Preset preset = new Preset(freeId(checked, ""), false, presetNotes, config);
    write(preset);
    return preset;
  }

  /**
   * Gives a preset of the user's a new title, and its file a name that fits.
   *
   * @throws InvalidConfig when it is not the user's, the title is taken or the file cannot be
   *     written
   */
  public Preset rename(String id, String title) throws InvalidConfig {
    Preset old = users("renamed", id);
    String checked = PresetFormat.checkedTitle(title);
    refuseTaken(checked, id);
    Preset renamed =
        new Preset(freeId(checked, id), false, old.presetNotes().titled(checked), old.config());
    write(renamed);
    if (!renamed.id().equals(id)) {
      remove(id);
    }
    return renamed;
  }

  /**
   * A preset that was moved into the trash. Immutable, any thread.
   *
   * @param preset what it was
   * @param file where it is now
   */
  public record Trashed(Preset preset, Path file) {}

  /**
   * Moves a preset of the user's into the trash, a folder beside that of the presets in which
   * nothing is ever deleted.
   *
   * @throws InvalidConfig when it is not the user's, or the file cannot be moved
   */
  public Trashed delete(String id) throws InvalidConfig {
    Preset preset = users("deleted", id);
    Path to = trash.resolve(preset.id() + ENDING);
    for (int number = 2; Files.exists(to); number++) {
      to = trash.resolve(preset.id() + "-" + number + ENDING);
    }
    try {
      Files.createDirectories(trash);
    } catch (IOException e) {
      throw unmoved(trash, e);
    }
    move(file(preset.id()), to);
    return new Trashed(preset, to);
  }

  /**
   * Moves a preset back to where it was.
   *
   * @throws InvalidConfig when another one has its place or its title by now, or it cannot be moved
   */
  public Preset undelete(Trashed trashed) throws InvalidConfig {
    Preset preset = trashed.preset();
    refuseTaken(preset.title(), "");
    if (taken(preset.id())) {
      throw new InvalidConfig(
              "", "the preset stays in the trash, because there is another file with its name")
          .in(file(preset.id()).toString());
    }
    move(trashed.file(), file(preset.id()));
    return preset;
  }

  private static void move(Path from, Path to) throws InvalidConfig {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unmoved(from, e);
    }
  }

  private static InvalidConfig unmoved(Path file, IOException reason) {
    return new InvalidConfig("", "the preset cannot be moved: " + AtomicFile.reason(reason))
        .in(file.toString());
  }

  private void remove(String id) throws InvalidConfig {
    try {
      Files.delete(file(id));
    } catch (IOException e) {
      throw new InvalidConfig("", "the file cannot be deleted: " + AtomicFile.reason(e))
          .in(file(id).toString());
    }
  }

  private Preset users(String verb, String id) throws InvalidConfig {
    Preset preset =
        find(id)
            .orElseThrow(
                () -> new InvalidConfig("", "there is no preset called " + Messages.display(id)));
    if (preset.shipped()) {
      throw new InvalidConfig(
          "",
          Messages.display(id)
              + " came with the program and cannot be "
              + verb
              + "; save a copy under another title");
    }
    return preset;
  }

  private void refuseTaken(String title, String exceptId) throws InvalidConfig {
    for (Preset preset : all()) {
      if (preset.title().equalsIgnoreCase(title) && !preset.id().equals(exceptId)) {
        throw new InvalidConfig(
            "title",
            "is " + Messages.display(title) + ", but a preset of this name exists already");
      }
    }
  }

  private String freeId(String title, String ownId) {
    String slug = Slug.of(title);
    String id = slug;
    for (int number = 2; !id.equals(ownId) && taken(id); number++) {
      id = slug + "-" + number;
    }
    return id;
  }

  private boolean taken(String id) {
    return Files.exists(file(id)) || isShipped(id);
  }

  private boolean isShipped(String id) {
    return shipped.stream().anyMatch(preset -> preset.id().equals(id));
  }

  private void write(Preset preset) throws InvalidConfig {
    try {
      Files.createDirectories(folder);
      AtomicFile.replace(file(preset.id()), Json.page(format.write(preset)));
    } catch (IOException e) {
      throw new InvalidConfig("", "the preset cannot be saved: " + AtomicFile.reason(e))
          .in(file(preset.id()).toString());
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ENDING);
  }

  private List<Preset> users(List<String> problems) {
    List<Preset> presets = new ArrayList<>();
    for (Path file : files(problems)) {
      try {
        Preset preset = read(file);
        if (isShipped(preset.id())) {
          problems.add(file + ": a preset that came with the program has this name; rename it.");
        } else {
          presets.add(preset);
        }
      } catch (InvalidConfig e) {
        problems.add(e.getMessage());
      }
    }
    presets.sort(
        Comparator.comparing(Preset::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Preset::id));
    return presets;
  }

  private List<Path> files(List<String> problems) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of(); // nothing has been saved yet
    } catch (IOException e) {
      problems.add(folder + ": the folder cannot be read: " + AtomicFile.reason(e) + ".");
      return List.of();
    }
  }

  private static String resource(String name) {
    try (InputStream in = PresetStore.class.getResourceAsStream("/presets/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // as a missing one: an empty file is refused with a sentence
    }
  }
}
