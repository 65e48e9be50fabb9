package grokscope.config;

import grokscope.config.knob.CountKnob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The immutable and complete description of a run: the settings of every section, by the section's
 * path and in the catalog's order. Two equal configs on the same backend and thread count train
 * bit-identical networks. Any thread.
 *
 * <p>A config is made by a {@link Catalog}, which knows the allowed values; a config that exists
 * has only allowed ones.
 */
public record RunConfig(Map<String, Settings> sections) {
  /** The option that also measures what takes a thorough look. */
  public static final String ALL_MEASURES = "all";

  /** The option that forgets gradients when the data fraction changes. */
  public static final String FORGET_MOMENTS = "forget";

  public RunConfig {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /** Seed, steps, batch and how much is measured. */
  public Settings run() {
    return section("");
  }

  /** The chosen task. */
  public Settings task() {
    return section(SettingPaths.TASK);
  }

  /** What of the task's table is trained on. */
  public Settings data() {
    return section(SettingPaths.DATA);
  }

  /** The chosen network. */
  public Settings model() {
    return section(SettingPaths.MODEL);
  }

  /** The chosen optimiser. */
  public Settings optimizer() {
    return section(SettingPaths.OPTIMIZER);
  }

  /** The seed from which the streams for split, initialisation, batches and noise are derived. */
  public long seed() {
    return run().large(SettingPaths.SEED);
  }

  /** The number of optimiser steps after which the run is finished. */
  public int steps() {
    return run().whole(SettingPaths.STEPS);
  }

  /** The number of examples of one step, given the size of the training set. */
  public int batchSize(int trainingExamples) {
    Object batch = run().value(SettingPaths.BATCH);
    return CountKnob.EVERYTHING.equals(batch)
        ? trainingExamples
        : (int) Math.min((Long) batch, trainingExamples);
  }

  /**
   * The number of new examples of one step, where every step draws some.
   *
   * @throws IllegalStateException when the batch is not a number, which a check refuses
   */
  public int freshBatch() {
    if (run().value(SettingPaths.BATCH) instanceof Long size) {
      return Math.toIntExact(size);
    }
    throw new IllegalStateException("a step cannot draw all examples there are");
  }

  /** Whether what takes a thorough look is measured too. */
  public boolean measuresAll() {
    return run().choice(SettingPaths.MEASURES).equals(ALL_MEASURES);
  }

  /** The share of all examples that are trained on. */
  public double trainFraction() {
    return data().real("trainFraction");
  }

  /** Whether remembered gradients are forgotten when that share changes during a run. */
  public boolean forgetsMoments() {
    return data().choice("moments").equals(FORGET_MOMENTS);
  }

  /** The section at a path; the run's own section is at the empty path. */
  public Settings section(String path) {
    Settings settings = sections.get(path);
    if (settings == null) {
      throw new IllegalArgumentException("no section called " + path);
    }
    return settings;
  }

  RunConfig withSection(String path, Settings settings) {
    Map<String, Settings> changed = new LinkedHashMap<>(sections);
    changed.put(path, settings);
    return new RunConfig(changed);
  }

  /** The value at a path such as {@code optimizer.weightDecay} or {@code model.type}. */
  public Object get(String path) {
    Settings settings = section(sectionOf(path));
    String name = nameOf(path);
    return name.equals("type") ? settings.type() : settings.value(name);
  }

  /** The paths whose values differ between this config and another, in the order of this one. */
  public List<String> differences(RunConfig other) {
    List<String> paths = new ArrayList<>();
    for (String path : sections.keySet()) {
      Settings mine = section(path);
      Settings theirs = other.section(path);
      String prefix = path.isEmpty() ? "" : path + ".";
      if (!mine.type().equals(theirs.type())) {
        paths.add(prefix + "type");
        continue;
      }
      mine.values()
          .forEach(
              (name, value) -> {
                if (!Objects.equals(value, theirs.values().get(name))) {
                  paths.add(prefix + name);
                }
              });
    }
    return paths;
  }

  static String sectionOf(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  static String nameOf(String path) {
    return path.substring(path.indexOf('.') + 1);
  }
}
