package grokscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.text.Collator;
import java.text.Format;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The borders of the house, each as a sentence. */
@AnalyzeClasses(packages = "grokscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /**
   * From the top to the ground. A room may use those of the floors below its own, and not its
   * neighbours on the same floor.
   */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("app"),
          List.of("ui", "cli.command"),
          List.of("ui.queue"),
          List.of("ui.bar", "ui.help", "ui.runs", "ui.time", "cli.queue"),
          List.of("ui.curves", "ui.knob", "ui.opening", "cli.watch"),
          List.of("ui.dialog", "cli"),
          List.of("ui.session", "ui.picture"),
          List.of(
              "ui.setting",
              "ui.chart",
              "ui.picture.activation",
              "ui.picture.answer",
              "ui.picture.result",
              "ui.picture.weight"),
          List.of("ui.chart.plot", "ui.picture.paint"),
          List.of("ui.figure", "ui.term"),
          List.of("ui.color", "ui.control"),
          List.of("run.export", "run.sequence", "run.sweep"),
          List.of("figure.print"),
          List.of("figure"),
          List.of("figure.ink"),
          List.of("run"),
          List.of("run.checkpoint"),
          List.of("run.weights"),
          List.of("run.format"),
          List.of("run.format.pickle", "run.format.bytes"),
          List.of("story"),
          List.of("train.loop"),
          List.of("train.step", "train.report"),
          List.of("train.lab", "train.look"),
          List.of("measure"),
          List.of("measure.fourier", "measure.phase"),
          List.of("measure.numerics"),
          List.of("optim"),
          List.of("model.linear", "model.mlp", "model.transformer", "model.loss"),
          List.of("model"),
          List.of("kernel.cpu", "kernel.nd4j"),
          List.of("kernel"),
          List.of("task"),
          List.of("telemetry.snapshot"),
          List.of("telemetry"),
          List.of("config.preset", "config.queue"),
          List.of("config"),
          List.of("config.knob"),
          List.of("text"));

  /** A network and its worker are two halves of one thing. */
  private static final Map<String, String> OTHER_HALF =
      Map.of(
          "MlpWorker", "Mlp",
          "TransformerWorker", "Transformer",
          "OneBlockWorker", "OneBlockTransformer");

  @ArchTest
  static void roomsUseTheFloorsBelowTheirOwn(JavaClasses house) {
    List<String> notBelow = new ArrayList<>();
    for (List<String> floor : FLOORS) {
      floor.forEach(room -> notBelow.add("grokscope." + room));
      for (String room : floor) {
        noClasses()
            .that()
            .resideInAPackage("grokscope." + room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                notBelow.stream()
                    .filter(other -> !other.equals("grokscope." + room))
                    .toArray(String[]::new))
            .allowEmptyShould(false)
            .check(house);
      }
    }
  }

  @ArchTest
  static void everyRoomHasAFloor(JavaClasses house) {
    Set<String> known = new TreeSet<>();
    FLOORS.forEach(floor -> floor.forEach(room -> known.add("grokscope." + room)));
    Set<String> there = new TreeSet<>();
    house.forEach(type -> there.add(type.getPackageName()));
    assertThat(there).isEqualTo(known);
  }

  /** The compiler looks for nulls in these packages only, and silently leaves others out. */
  @ArchTest
  static void nullsAreCheckedInEveryRoom(JavaClasses house) {
    Set<String> unchecked = new TreeSet<>();
    for (JavaClass type : house) {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
        unchecked.add(type.getPackageName());
      }
    }
    assertThat(unchecked).isEmpty();
  }

  @ArchTest
  static final ArchRule THE_WINDOW_DOES_NOT_KNOW_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAPackage("grokscope.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("grokscope.cli..");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_DOES_NOT_KNOW_THE_WINDOW =
      noClasses()
          .that()
          .resideInAPackage("grokscope.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("grokscope.ui..", "grokscope.app..");

  @ArchTest
  static final ArchRule FILES_HAVE_NO_CYCLES =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  JavaClass file = type;
                  while (file.getEnclosingClass().isPresent()) {
                    file = file.getEnclosingClass().get();
                  }
                  String name = file.getSimpleName();
                  return SliceIdentifier.of(
                      file.getPackageName(), OTHER_HALF.getOrDefault(name, name));
                }

                @Override
                public String getDescription() {
                  return "files, a network's with its worker's";
                }
              })
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule SETTINGS_AND_SESSIONS_HAVE_NO_SCENE =
      noClasses()
          .that()
          .resideInAnyPackage("grokscope.ui.setting..", "grokscope.ui.session..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..",
              "javafx.stage..",
              "javafx.animation..",
              "javafx.application..",
              "atlantafx..",
              "org.kordamp..");

  @ArchTest
  static final ArchRule ONLY_UI_AND_APP_KNOW_JAVAFX =
      noClasses()
          .that()
          .resideOutsideOfPackages("grokscope.ui..", "grokscope.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..");

  @ArchTest
  static final ArchRule ONLY_THE_CHART_ROOM_KNOWS_CHARTFX =
      noClasses()
          .that()
          .resideOutsideOfPackage("grokscope.ui.chart..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fair_acc..");

  @ArchTest
  static final ArchRule ONLY_THE_INKS_KNOW_PDFBOX =
      noClasses()
          .that()
          .resideOutsideOfPackage("grokscope.figure.ink")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

  @ArchTest
  static final ArchRule ONLY_THE_KERNEL_ROOM_KNOWS_ND4J =
      noClasses()
          .that()
          .resideOutsideOfPackage("grokscope.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule ONLY_CONFIG_KNOWS_JACKSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("grokscope.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..");

  /** The classes that make threads, each of them named in the table of the architecture. */
  private static final Set<String> THREAD_MAKERS =
      Set.of("BackgroundReader", "CtrlC", "IoThread", "LabApplication", "Lanes", "TrainingSession");

  @ArchTest
  static final ArchRule FEW_CLASSES_MAKE_THREADS =
      noClasses()
          .that(
              describe(
                  "are not one of " + THREAD_MAKERS,
                  type -> !THREAD_MAKERS.contains(type.getSimpleName())))
          .should()
          .callConstructorWhere(target(owner(assignableTo(Thread.class))))
          .orShould()
          .callMethodWhere(target(owner(equivalentTo(Executors.class))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ForkJoinPool.class);

  @ArchTest
  static final ArchRule CHANCE_COMES_FROM_THE_SEED =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class);

  /** So that what is written and shown is the same in every language of the machine. */
  @ArchTest
  static final ArchRule NOTHING_IS_WRITTEN_IN_THE_LANGUAGE_OF_THE_MACHINE =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(PrintStream.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintStream.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
          .orShould()
          .callMethodWhere(
              target(owner(equivalentTo(Locale.class))).and(target(name("getDefault"))))
          .orShould()
          .callMethodWhere(
              target(owner(equivalentTo(Locale.class))).and(target(name("setDefault"))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Format.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Formatter.class, Scanner.class, Collator.class);

  /** These have another order at every start, which must not get into what is written or shown. */
  @ArchTest
  static final ArchRule MAPS_HAVE_AN_ORDER =
      noClasses()
          .should()
          .callMethod(Map.class, "copyOf", Map.class)
          .orShould()
          .callMethod(Set.class, "copyOf", Collection.class)
          .orShould()
          .callMethod(Map.class, "ofEntries", Map.Entry[].class)
          .orShould()
          .callMethodWhere(
              describe(
                  "make a map of several entries",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Map.class)
                          && call.getName().equals("of")
                          && call.getTarget().getRawParameterTypes().size() > 2))
          .orShould()
          .callMethodWhere(
              target(owner(equivalentTo(Collectors.class))).and(target(name("toUnmodifiableMap"))))
          .orShould()
          .callMethodWhere(
              target(owner(equivalentTo(Collectors.class))).and(target(name("toUnmodifiableSet"))));

  @ArchTest
  static final ArchRule ONLY_THE_TERMINAL_KNOWS_THE_PROCESS_STREAMS =
      noClasses()
          .that()
          .doNotHaveSimpleName("Terminal")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(FileDescriptor.class);

  @ArchTest
  static final ArchRule NOTHING_STATIC_CHANGES = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule TELEMETRY_NEVER_QUEUES_ON_THE_FX_THREAD =
      noClasses()
          .that()
          .resideInAnyPackage("grokscope.telemetry..", "grokscope.train..", "grokscope.ui.chart..")
          .should()
          .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable");
}
