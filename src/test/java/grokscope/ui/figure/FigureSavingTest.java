package grokscope.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ProgramVersion;
import grokscope.figure.print.FigureData;
import grokscope.figure.print.FigureFiles;
import grokscope.figure.print.FigureFormat;
import grokscope.figure.print.FigureRun;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpecFormat;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Figures of curves, saved by the form. */
@ExtendWith(ApplicationExtension.class)
class FigureSavingTest {
  @TempDir private Path folder;

  private final Asked asked = new Asked();

  /** Fills in the form, and answers with files of the folder. */
  private final class Asked implements FigureDialogs {
    private Consumer<Parent> fill = form -> {};
    private Path target;
    private String proposed = "";
    private String refusal = "";

    @Override
    public <T> Optional<T> ask(
        String id, String title, String yes, Node form, ObservableValue<Optional<T>> answer) {
      new Scene(new StackPane(form));
      form.applyCss();
      ((Parent) form).layout();
      fill.accept((Parent) form);
      return answer.getValue();
    }

    @Override
    public Optional<Path> target(String title, String name, String kind, String ending) {
      proposed = name;
      return Optional.of(target == null ? folder.resolve(name) : target);
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, String pattern) {
      return Optional.of(folder.resolve("settings.json"));
    }

    @Override
    public void refuse(String title, String sentence) {
      refusal = sentence;
    }
  }

  private static FigureDraft draft() {
    History history =
        new History(
            List.of(
                new Metric("train_accuracy", "train accuracy", ""),
                new Metric("test_accuracy", "test accuracy", ""),
                new Metric("weight_norm", "weight norm", "")));
    history.append(0, new double[] {0, 0, 10});
    history.append(100, new double[] {1, 0.5, 20});
    FigureData data =
        new FigureData(
            "",
            "",
            List.of(),
            List.of(new FigureRun("#3 Ungrokking", 4, history)),
            OptionalDouble.empty(),
            List.of(),
            List.of(),
            List.of(),
            new ProgramVersion("1", "a"));
    return new FigureDraft(
        "3-ungrokking",
        FigureSpec.USUAL,
        List.of(
            new FigureDraft.Panel("accuracy", "Accuracy"),
            new FigureDraft.Panel("weight-norm", "Weight norm Σw²")),
        OptionalDouble.empty(),
        (spec, face) -> FigureFiles.sheet(spec, data, face));
  }

  private void save(FxRobot robot, Consumer<Parent> fill) {
    asked.fill = fill;
    robot.interact(() -> new FigureSaving(asked, folder).save(draft()));
  }

  private static void type(Parent form, String id, String text) {
    ((TextField) form.lookup(id)).setText(text);
  }

  @SuppressWarnings("unchecked")
  private static void choose(Parent form, FigureFormat format) {
    ((ComboBox<FigureFormat>) form.lookup("#figure-format")).setValue(format);
  }

  @Test
  void theFileIsCalledByTheRunAndTheFormIsRemembered(FxRobot robot) throws Exception {
    save(
        robot,
        form -> {
          choose(form, FigureFormat.SVG);
          type(form, "#figure-width", "120");
          ((CheckBox) form.lookup("#figure-panel-weight-norm")).setSelected(false);
        });
    assertThat(asked.proposed).isEqualTo("3-ungrokking.svg");
    assertThat(Files.readString(folder.resolve("3-ungrokking.svg")))
        .contains("width=\"120mm\"", ">#3 Ungrokking</text>", ">Accuracy</text>")
        .doesNotContain("Weight norm");
    assertThat(FigureSpecFormat.read(folder.resolve("figure.json")).page().width()).isEqualTo(120);
    save(
        robot,
        form -> assertThat(((TextField) form.lookup("#figure-width")).getText()).isEqualTo("120"));
  }

  @Test
  void whatCannotBeIsSaidAndCannotBeAgreedTo(FxRobot robot) {
    save(
        robot,
        form -> {
          type(form, "#figure-width", "500");
          assertThat(((Label) form.lookup("#figure-answer")).getText())
              .startsWith("Width is 500, but must be from 40 to 420 millimetres");
          type(form, "#figure-width", "wide");
          assertThat(((Label) form.lookup("#figure-answer")).getText())
              .startsWith("Width is \"wide\", but must be from 40 to 420 millimetres");
        });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void settingsAreSavedAndLoadedAgain(FxRobot robot) throws Exception {
    Files.writeString(
        folder.resolve("settings.json"),
        "{\"width\": 174, \"panels\": [\"weight-norm\", \"loss\"], \"caption\": \"Both.\"}");
    save(
        robot,
        form -> {
          ((Button) form.lookup("#figure-load")).fire();
          assertThat(((TextField) form.lookup("#figure-caption")).getText()).isEqualTo("Both.");
          assertThat(((CheckBox) form.lookup("#figure-panel-accuracy")).isSelected()).isFalse();
          ((Button) form.lookup("#figure-store")).fire();
        });
    FigureSpec stored = FigureSpecFormat.read(folder.resolve("3-ungrokking-figure.json"));
    assertThat(stored.page().width()).isEqualTo(174);
    assertThat(stored.panels()).containsExactly("weight-norm");
    Files.writeString(folder.resolve("settings.json"), "{\"width\": ");
    save(robot, form -> ((Button) form.lookup("#figure-load")).fire());
    assertThat(asked.refusal).contains("settings.json: is not JSON");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedAndNothingIsLeft(FxRobot robot) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    asked.target = file.resolve("figure.pdf");
    save(robot, form -> choose(form, FigureFormat.PDF));
    assertThat(asked.refusal).contains("the file cannot be written", "must be a folder");
    assertThat(file).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining("glob:**/.draft*");
  }
}
