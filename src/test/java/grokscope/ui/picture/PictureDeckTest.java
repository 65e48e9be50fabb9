package grokscope.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.figure.print.FigureFormat;
import grokscope.telemetry.Part;
import grokscope.telemetry.Profile;
import grokscope.telemetry.ProfileHistory;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.telemetry.snapshot.Membership;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.telemetry.snapshot.PairAttention;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.Answer;
import grokscope.train.loop.Command;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.color.Palette;
import grokscope.ui.figure.FigureDialogs;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.picture.paint.PairGrid;
import grokscope.ui.picture.paint.Picture;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.Plot;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PictureDeckTest {
  private static final int SIDE = 5;
  private static final int STEP = 1240;

  private static final Optional<SnapshotRequest> WEIGHTS =
      Optional.of(SnapshotRequest.at(SnapshotPart.WEIGHTS));

  /** Nanoseconds, more than the least time between two questions of any picture. */
  private static final long LONG_ENOUGH = 60_000_000_000L;

  @TempDir Path folder;

  private final List<Question.Show> asked = new ArrayList<>();
  private Consumer<Answer<Snapshot>> reply;
  private final ReplyBox replies = new ReplyBox(this::asked);
  private final AtomicReference<String> refusal = new AtomicReference<>("");
  private final AtomicReference<String> offered = new AtomicReference<>("");
  private Consumer<Parent> fill = form -> {};
  private PictureDeck deck;
  private Subject subject;
  private final AtomicLong now = new AtomicLong();

  @Start
  void start(Stage stage) throws InvalidConfig {
    deck = new PictureDeck(replies, new FigureSaving(new Folder(), folder), now::get);
    stage.setScene(new Scene(deck, 460, 500));
    stage.show();
    Catalog catalog = new Laboratory(8L << 30).catalog();
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", (long) SIDE);
    config = catalog.with(config, "model.type", "transformer"); // to which every picture applies
    ProfileHistory shares = new ProfileHistory();
    ProfileHistory norms = new ProfileHistory();
    for (int step : new int[] {0, STEP}) {
      shares.append(
          new Profile(
              1,
              step,
              Profile.About.EMBEDDING_SHARES,
              List.of("1", "2"),
              new float[] {0.25f, 0.75f}));
      norms.append(
          new Profile(1, step, Profile.About.NORMS, List.of("embed.W_E"), new float[] {step}));
    }
    deck.restyle(Palette.DARK);
    subject = new Subject(1, "Run 1", config, SplitKnowledge.OWN_RUN, shares, norms);
    deck.begin(subject);
  }

  @SuppressWarnings("unchecked")
  private void asked(Command command) {
    Command.Ask<Snapshot> ask = (Command.Ask<Snapshot>) command;
    asked.add((Question.Show) ask.question());
    reply = ask.reply();
  }

  /** Agrees to what the form says, once it has been filled in. */
  private final class Folder implements FigureDialogs {
    @Override
    public <T> Optional<T> ask(
        String id, String title, String yes, Node form, ObservableValue<Optional<T>> answer) {
      new Scene(new StackPane(form));
      form.applyCss(); // or what scrolls has nothing in it yet
      ((Parent) form).layout();
      fill.accept((Parent) form);
      return answer.getValue();
    }

    @Override
    public Optional<Path> target(String title, String name, String kind, String ending) {
      offered.set(name);
      return Optional.of(folder.resolve(name));
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, String pattern) {
      return Optional.empty();
    }

    @Override
    public void refuse(String title, String sentence) {
      refusal.set(sentence);
    }
  }

  private static RunStatus status() {
    return new RunStatus(
        1, RunState.RUNNING, STEP, 5000, 1, Optional.empty(), Optional.empty(), "");
  }

  /**
   * Pairs (a, b) with a + b mod 5; answered rightly where trained, which is where a + b is even.
   */
  private static AnswerGrid answers() {
    int[] example = new int[SIDE * SIDE];
    int[] answer = new int[SIDE * SIDE];
    int[] predicted = new int[SIDE * SIDE];
    boolean[] train = new boolean[SIDE * SIDE];
    float[] probability = new float[SIDE * SIDE];
    for (int i = 0; i < example.length; i++) {
      example[i] = i;
      answer[i] = (i / SIDE + i % SIDE) % SIDE;
      train[i] = (i / SIDE + i % SIDE) % 2 == 0;
      predicted[i] = train[i] ? answer[i] : (answer[i] + 1) % SIDE;
      probability[i] = train[i] ? 0.9f : 0.1f;
    }
    return new AnswerGrid(
        SIDE, example, new AnswerSet(answer, answer, train, predicted, probability, probability));
  }

  private static Snapshot everything() {
    float[] embedding = new float[SIDE * 4];
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] = (float) Math.sin(i * i);
    }
    int pairs = SIDE * SIDE;
    return new Snapshot(
        1,
        STEP,
        Optional.of(answers()),
        Optional.empty(),
        Optional.of(
            new NeuronMaps(
                0,
                1,
                SIDE,
                new byte[2 * pairs],
                new float[2],
                new float[] {1, 2},
                new int[] {1, 2},
                new float[] {0.9f, 0.5f},
                false,
                0,
                new float[pairs])),
        Optional.of(new PairAttention(0, 1, SIDE, 2, 3, new float[6 * pairs])),
        Optional.empty(),
        Optional.of(
            new Prediction(
                7,
                new int[] {1, 2, 5},
                new int[] {2},
                new int[] {3},
                new int[] {3},
                Membership.HIDDEN,
                new float[] {0, 0, 5, 1, 0})),
        Optional.empty(),
        List.of(new Tensor("embed.W_E", Part.EMBEDDING, new int[] {SIDE, 4}, embedding)));
  }

  private static Snapshot nothing() {
    return Snapshot.ofWeights(1, STEP, List.of());
  }

  /** Chooses a picture, and answers what it asks. */
  private void show(FxRobot robot, String id, Snapshot answer) {
    robot.interact(() -> deck.chosenProperty().set(id));
    int before = asked.size();
    now.addAndGet(LONG_ENOUGH);
    robot.interact(() -> deck.frame(status(), PictureSource.LIVE));
    assertThat(asked).as(id + " asks").hasSizeGreaterThan(before);
    reply.accept(Answer.of(answer));
    robot.interact(
        () -> {
          replies.drain();
          deck.frame(status(), PictureSource.LIVE);
        });
  }

  private static String words(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void everyPictureShowsWhatItAskedFor(FxRobot robot) {
    for (PictureKind kind : Pictures.ALL) {
      show(robot, kind.id(), everything());
      assertThat(words(robot, "#missing-" + kind.id()))
          .as("%s: does everything() have what it asks for?", kind.id())
          .isEmpty();
      if (!kind.id().equals("try")) { // asks twice: for the table, then for a pair of it
        assertThat(words(robot, "#summary-" + kind.id())).as(kind.id()).isNotEmpty();
      }
      assertThat(words(robot, "#guide-" + kind.id())).isEqualTo(kind.guide().apply(subject));
      assertThat(words(robot, "#step-" + kind.id())).isEqualTo("step 1\u202f240 · live");
    }
  }

  /** Pictures of weights need no network, so nobody is asked for those of a stored one. */
  @Test
  void weightsAtHandAreDrawnInTheSameFrame(FxRobot robot) throws InvalidConfig {
    Catalog catalog = new Laboratory(8L << 30).catalog();
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", (long) SIDE);
    StoredNetwork network = new StoredNetwork(1, STEP, config, everything().weights());
    List<String> ids = picturesOfWeights(robot);
    assertThat(ids).contains("embedding", "frequencies", "weights");
    for (String id : ids) {
      now.addAndGet(LONG_ENOUGH);
      robot.interact(
          () -> {
            deck.chosenProperty().set(id);
            deck.frame(status(), PictureSource.of(network));
          });
      assertThat(words(robot, "#missing-" + id)).as(id).isEmpty();
      assertThat(words(robot, "#summary-" + id)).as(id).isNotEmpty();
    }
    assertThat(asked).isEmpty();
  }

  /** The ids of those that ask for nothing but weights. */
  private static List<String> picturesOfWeights(FxRobot robot) {
    List<String> ids = new ArrayList<>();
    robot.interact(
        () -> {
          for (PictureKind kind : Pictures.ALL) {
            Picture picture = kind.factory().apply(new PictureContext(id -> {}), new PictureText());
            if (picture.request().equals(WEIGHTS)) {
              ids.add(kind.id());
            }
          }
        });
    return ids;
  }

  @Test
  void aPictureOfNothingSaysWhy(FxRobot robot) {
    for (PictureKind kind : Pictures.ALL) {
      show(robot, kind.id(), nothing());
      assertThat(words(robot, "#missing-" + kind.id())).as(kind.id()).endsWith(".");
      assertThat(robot.lookup("#save-" + kind.id()).queryAs(Button.class).isDisabled()).isTrue();
    }
  }

  @Test
  void aCellIsReadUnderTheMouseAndTriedWithAClick(FxRobot robot) {
    show(robot, "answers", everything());
    assertThat(words(robot, "#summary-answers"))
        .isEqualTo("13 trained: 13 right; 12 hidden: 0 right.");
    robot.moveTo(cell(robot, 1, 2));
    assertThat(words(robot, "#pointed-answers"))
        .isEqualTo("1 + 2 mod 5 = 3 · hidden · predicted 4, wrong · probability of 3: 10.0\u202f%");
    robot.clickOn(cell(robot, 1, 2));
    assertThat(deck.chosenProperty().get()).isEqualTo("try");
    show(robot, "try", everything());
    assertThat(robot.lookup("#try-b").queryAs(TextField.class).getText()).isEqualTo("2");
    show(robot, "try", everything());
    assertThat(asked.get(asked.size() - 1).snapshotRequest().example()).isEqualTo(7);
    assertThat(words(robot, "#summary-try"))
        .startsWith("1 + 2 mod 5 = 3. The network predicts 2, which is wrong.");
  }

  /** Without "=" the last number gives the answer. */
  @ParameterizedTest
  @CsvSource({"2, b", "3, the ="})
  void attentionIsSeenFromWhereTheAnswerIsGiven(int context, String place, FxRobot robot) {
    PairAttention maps =
        new PairAttention(0, 1, SIDE, 2, context, new float[2 * context * SIDE * SIDE]);
    Snapshot snapshot =
        new Snapshot(
            1,
            STEP,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(maps),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    show(robot, "attention", snapshot);
    assertThat(words(robot, "#summary-attention"))
        .isEqualTo("2 heads, seen from " + place + ", the position that gives the answer.");
  }

  private Subject subject(String... pathsAndValues) throws InvalidConfig {
    Catalog catalog = new Laboratory(8L << 30).catalog();
    RunConfig config = catalog.defaults();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      Object value = pathsAndValues[i + 1];
      config = catalog.with(config, pathsAndValues[i], value);
    }
    return new Subject(
        2, "Run 2", config, SplitKnowledge.OWN_RUN, new ProfileHistory(), new ProfileHistory());
  }

  private static RunStatus status(long run, RunState state) {
    return new RunStatus(run, state, 0, 5000, 1, Optional.empty(), Optional.empty(), "");
  }

  private static Snapshot ofPictures() {
    int[] label = {4, 7};
    int[] predicted = {9, 7};
    return new Snapshot(
        2,
        STEP,
        Optional.empty(),
        Optional.of(
            new AnswerSet(
                label, label, new boolean[] {false, true}, predicted, new float[2], new float[2])),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Wrong ones stand first; a click on one asks about it. */
  @Test
  void picturesAreShownWithTheirAnswersAndTried(FxRobot robot) throws InvalidConfig {
    Subject images = subject("task.type", "images");
    robot.interact(() -> deck.chosenProperty().set("answers"));
    robot.interact(() -> deck.begin(images));
    ask(robot);
    assertThat(last()).isEqualTo(SnapshotRequest.at(SnapshotPart.ANSWERS));
    answer(robot, ofPictures());
    assertThat(words(robot, "#summary-answers"))
        .isEqualTo("Hidden: 0 right, 1 wrong of 1; trained: 1 right, 0 wrong of 1.");
    ask(robot);
    assertThat(last()).isEqualTo(SnapshotRequest.pixels(List.of(0, 1)));
    answer(robot, nothing());
    Plot plot = robot.lookup("#answers-pictures-plot").queryAs(Plot.class);
    Bounds screen = plot.localToScreen(plot.getLayoutBounds());
    robot.clickOn(new Point2D(screen.getMinX() + 20, screen.getMinY() + 120));
    assertThat(deck.chosenProperty().get()).isEqualTo("try");
    ask(robot);
    assertThat(last().example()).isEqualTo(1);
    assertThat(last().snapshotParts()).contains(SnapshotPart.GUESS);
  }

  @Test
  void aQuestionIsTypedAndABadOneRefused(FxRobot robot) throws InvalidConfig {
    Subject sums = subject("task.type", "digit-addition", "model.type", "transformer");
    robot.interact(() -> deck.chosenProperty().set("try"));
    robot.interact(() -> deck.begin(sums));
    ask(robot);
    assertThat(last()).isEqualTo(SnapshotRequest.about(0));
    TextField field = robot.lookup("#try-question").queryAs(TextField.class);
    robot.interact(() -> field.setText("309 - 204"));
    assertThat(words(robot, "#summary-try")).startsWith("This is not a sum.");
    int before = asked.size();
    now.addAndGet(LONG_ENOUGH);
    robot.interact(() -> deck.frame(status(2, RunState.RUNNING), PictureSource.LIVE));
    assertThat(asked).hasSize(before);
    robot.interact(() -> field.setText("309 + 204"));
    reply.accept(Answer.of(nothing()));
    robot.interact(() -> replies.drain());
    ask(robot);
    assertThat(last().sequence())
        .hasValueSatisfying(asked -> assertThat(asked.answers()).containsExactly(0, 0, 0, 5, 1, 3));
  }

  /** The chosen tab stays where it does not apply, says why, asks nobody, and comes back. */
  @Test
  void aTabThatDoesNotApplySaysWhy(FxRobot robot) throws InvalidConfig {
    Subject images = subject("task.type", "images");
    show(robot, "embedding", everything());
    assertThat(deck.obstaclesProperty().get()).isEmpty();
    int before = asked.size();
    robot.interact(() -> deck.begin(images));
    now.addAndGet(LONG_ENOUGH);
    robot.interact(() -> deck.frame(status(2, RunState.RUNNING), PictureSource.LIVE));
    assertThat(asked).hasSize(before);
    assertThat(deck.chosenProperty().get()).isEqualTo("embedding");
    assertThat(deck.obstaclesProperty().get())
        .containsOnlyKeys("embedding", "frequencies", "attention", "neurons");
    assertThat(words(robot, "#missing-embedding"))
        .isEqualTo(deck.obstaclesProperty().get().get("embedding"))
        .contains("are images");
    robot.interact(() -> deck.begin(subject));
    show(robot, "embedding", everything());
    assertThat(words(robot, "#missing-embedding")).isEmpty();
  }

  @Test
  void withoutANetworkItSaysWhy(FxRobot robot) {
    robot.interact(
        () -> {
          deck.chosenProperty().set("weights");
          deck.frame(status(1, RunState.PREPARING), PictureSource.LIVE);
        });
    assertThat(words(robot, "#missing-weights")).contains("is being prepared");
    robot.interact(() -> deck.frame(status(1, RunState.FAILED), PictureSource.LIVE));
    assertThat(words(robot, "#missing-weights")).contains("has failed");
    assertThat(asked).isEmpty();
  }

  private void ask(FxRobot robot) {
    int before = asked.size();
    now.addAndGet(LONG_ENOUGH);
    robot.interact(() -> deck.frame(status(2, RunState.RUNNING), PictureSource.LIVE));
    assertThat(asked).hasSizeGreaterThan(before);
  }

  private SnapshotRequest last() {
    return asked.get(asked.size() - 1).snapshotRequest();
  }

  private void answer(FxRobot robot, Snapshot snapshot) {
    reply.accept(Answer.of(snapshot));
    robot.interact(() -> replies.drain());
  }

  private static Point2D cell(FxRobot robot, int a, int b) {
    Plot plot = robot.lookup("#answers-plot").queryAs(Plot.class);
    PairGrid grid = PairGrid.of(SIDE, plot.getWidth(), plot.getHeight() - 20);
    Bounds screen = plot.localToScreen(plot.getLayoutBounds());
    return new Point2D(
        screen.getMinX() + grid.x(a) + grid.cell() / 2,
        screen.getMinY() + grid.y(b) + grid.cell() / 2);
  }

  @SuppressWarnings("unchecked")
  private static void choose(Parent form, FigureFormat format, String width) {
    ((ComboBox<FigureFormat>) form.lookup("#figure-format")).setValue(format);
    ((TextField) form.lookup("#figure-width")).setText(width);
  }

  private Path saved(FxRobot robot, String id, FigureFormat format, String width) {
    fill = form -> choose(form, format, width);
    show(robot, id, everything());
    robot.interact(robot.lookup("#save-" + id).queryAs(Button.class)::fire);
    assertThat(refusal.get()).isEmpty();
    return folder.resolve(offered.get());
  }

  @Test
  void aPictureIsSavedAsDotsAsLargeAsWasAskedFor(FxRobot robot) throws IOException {
    Path file = saved(robot, "answers", FigureFormat.PNG, "127");
    assertThat(offered.get()).isEqualTo("answers-run-1-step-1240.png");
    try (var stream = Files.newInputStream(file)) {
      Image image = new Image(stream);
      assertThat(image.getWidth()).isEqualTo(1500); // 5 inches of 300 dots
      long colors =
          IntStream.range(0, (int) image.getWidth())
              .map(x -> image.getPixelReader().getArgb(x, (int) image.getHeight() / 2))
              .distinct()
              .count();
      assertThat(colors).isGreaterThan(3);
    }
  }

  /** Words as words, whatever the picture; none too small to be read on paper. */
  @Test
  void everyPictureIsSavedWithItsWords(FxRobot robot) throws IOException {
    for (PictureKind kind : Pictures.ALL) {
      if (kind.id().equals("try")) {
        continue; // needs a second answer
      }
      String svg = Files.readString(saved(robot, kind.id(), FigureFormat.SVG, "85"));
      assertThat(svg)
          .as(kind.id())
          .contains("width=\"85mm\"", ">" + kind.title() + " · ", "step 1\u202f240 · live</text>")
          .contains(" Run 1");
      assertThat(
              Pattern.compile("font-size=\"([0-9.]*)\"")
                  .matcher(svg)
                  .results()
                  .mapToDouble(size -> Double.parseDouble(size.group(1))))
          .as(kind.id())
          .allMatch(size -> size >= 6);
    }
    assertThat(Files.readString(folder.resolve("embedding-run-1-step-1240.svg")))
        .contains("<ellipse", "<polyline", ">4</text>");
    assertThat(Files.readString(folder.resolve("answers-run-1-step-1240.svg")))
        .contains("<image", "image-rendering: pixelated", ">trained</text>");
  }

  private static Image seen(FxRobot robot) {
    AtomicReference<Image> seen = new AtomicReference<>();
    Plot plot = robot.lookup("#embedding-plot").queryAs(Plot.class);
    robot.interact(() -> seen.set(plot.snapshot(null, null)));
    return seen.get();
  }

  @Test
  void theScreenHasItsColorsAgainAfterAFigureInOthers(FxRobot robot) {
    show(robot, "embedding", everything());
    Image before = seen(robot);
    fill = form -> choose(form, FigureFormat.PDF, "85");
    robot.interact(robot.lookup("#save-embedding").queryAs(Button.class)::fire);
    assertThat(folder.resolve(offered.get())).isNotEmptyFile();
    Image after = seen(robot);
    for (int x = 0; x < (int) before.getWidth(); x++) {
      assertThat(after.getPixelReader().getArgb(x, 40))
          .isEqualTo(before.getPixelReader().getArgb(x, 40));
    }
  }

  @Test
  void largerWordsMakeEverythingInAPictureLarger(FxRobot robot) {
    show(robot, "answers", everything());
    Plot plot = robot.lookup("#answers-plot").queryAs(Plot.class);
    double across = plot.across();
    robot.interact(() -> deck.setTextScale(2));
    assertThat(plot.across()).isEqualTo(Math.floor(across / 2));
    robot.interact(() -> deck.chosenProperty().set("embedding")); // made only now
    Plot other = robot.lookup("#embedding-plot").queryAs(Plot.class);
    robot.interact(other::layout);
    assertThat(other.across()).isLessThan(across * 0.6);
  }
}
