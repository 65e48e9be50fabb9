package grokscope.ui.picture.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.WeightProfiles;
import grokscope.telemetry.Profile;
import grokscope.telemetry.ProfileHistory;
import grokscope.telemetry.RecordingListener;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WeightProfilesTest {
  @Test
  void theyAreWhatTheRunToldOfItself() throws Exception {
    Laboratory laboratory = new Laboratory(8L << 30);
    Catalog catalog = laboratory.catalog();
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", 11L);
    config = catalog.with(config, "steps", 30L);
    RecordingListener told = new RecordingListener();
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      session.start(RunRequest.of(config), List.of(told));
      told.end().get(60, TimeUnit.SECONDS);
    }
    Subject subject =
        new Subject(
            1, "Run 1", config, SplitKnowledge.OWN_RUN, new ProfileHistory(), new ProfileHistory());
    List<Profile> read =
        new WeightProfiles(subject.shape().numbers(), subject.sums()).of(1, 30, told.weights());
    assertThat(read).hasSize(2);
    for (Profile profile : read) {
      Profile live =
          told.profiles().stream()
              .filter(one -> one.step() == 30 && one.about() == profile.about())
              .findFirst()
              .orElseThrow();
      assertThat(profile.labels()).isEqualTo(live.labels());
      for (int i = 0; i < profile.values().length; i++) {
        assertThat(profile.values()[i])
            .isCloseTo(live.values()[i], within(1e-4f * (1 + live.values()[i])));
      }
    }
  }

  @Test
  void aHistoryIsFilledInTheOrderOfItsSteps() {
    ProfileHistory history = new ProfileHistory();
    for (int step : new int[] {50, 10, 30, 10}) {
      history.insert(new Profile(1, step, Profile.About.NORMS, List.of("a"), new float[] {step}));
    }
    assertThat(history.size()).isEqualTo(3);
    assertThat(history.get(0).step()).isEqualTo(10);
    assertThat(history.get(2).step()).isEqualTo(50);
    assertThat(history.until(30).size()).isEqualTo(2);
    assertThat(history.until(5).isEmpty()).isTrue();
  }
}
