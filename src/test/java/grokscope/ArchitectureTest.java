package grokscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;

/** The borders of the house, each as a sentence. */
@AnalyzeClasses(packages = "grokscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** From the top to the ground; a room may use those after it. */
  private static final List<String> ROOMS =
      List.of(
          "app",
          "ui",
          "run",
          "train",
          "measure",
          "optim",
          "model",
          "kernel",
          "task",
          "telemetry",
          "config");

  @ArchTest
  static void roomsDependDownwardsOnly(JavaClasses house) {
    for (int i = 1; i < ROOMS.size(); i++) {
      String[] above =
          ROOMS.subList(0, i).stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(packageOf(ROOMS.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(house);
    }
  }

  private static String packageOf(String room) {
    return "grokscope." + room + "..";
  }

  @ArchTest
  static final ArchRule ROOMS_HAVE_NO_CYCLES =
      slices().matching("grokscope.(*)..").should().beFreeOfCycles();

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
      Set.of("Background", "CtrlC", "IoThread", "LabApplication", "Lanes", "TrainingSession");

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
