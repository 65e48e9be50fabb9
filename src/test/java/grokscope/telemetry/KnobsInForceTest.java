package grokscope.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.ui.session.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which settings a run has at which step. */
class KnobsInForceTest {
  private static final String DECAY = "optimizer.weightDecay";
  private static final String DATA = "data.trainFraction";

  private static RunEvent turn(int step, String path, Object value) {
    return new RunEvent.KnobTurned(0, step, path, value);
  }

  private static KnobsInForce of(RunConfig start, RunEvent... events) throws InvalidConfig {
    return KnobsInForce.of(Given.catalog(), start, List.of(events));
  }

  @Test
  void aKnobHasItsNewValueFromItsStepOn() throws Exception {
    KnobsInForce knobs =
        of(
            Given.config(DECAY, 3.0),
            new RunEvent.Branched(0, 500, "parent"),
            turn(1000, DECAY, 25.0),
            turn(1500, "optimizer.learningRate", 0.01));
    assertThat(knobs.at(999).get(DECAY)).isEqualTo(3.0);
    assertThat(knobs.at(1000).get(DECAY)).isEqualTo(25.0);
    assertThat(knobs.at(1499).get("optimizer.learningRate")).isEqualTo(0.001);
    assertThat(knobs.latest()).isEqualTo(Given.config(DECAY, 25.0, "optimizer.learningRate", 0.01));
    assertThat(knobs.start()).isEqualTo(Given.config(DECAY, 3.0));
    assertThat(knobs.course(DECAY)).containsExactly(3.0, 25.0);
    assertThat(knobs.until(1000).latest()).isEqualTo(Given.config(DECAY, 25.0));
  }

  @Test
  void whatIsTurnedToTheValueThatItHasIsNotTurned() throws Exception {
    KnobsInForce knobs = of(Given.config(), turn(10, DECAY, 1.0), turn(20, DECAY, 1L));
    assertThat(knobs.turned()).isFalse();
    assertThat(knobs).isEqualTo(KnobsInForce.from(Given.config()));
  }

  @Test
  void whatTheScriptTurnsIsInForceButWasNotChosen() throws Exception {
    RunConfig start = Given.config(DATA, 0.8, "script", "grokked+300 data.trainFraction=0.1");
    KnobsInForce knobs = of(start, turn(900, DATA, 0.1), turn(950, DECAY, 2.0));
    assertThat(knobs.latest().get(DATA)).isEqualTo(0.1);
    assertThat(knobs.chosen().get(DATA)).isEqualTo(0.8);
    assertThat(knobs.chosen().get(DECAY)).isEqualTo(2.0);
    assertThat(knobs.changedFrom(start)).containsExactly(DECAY);
    assertThat(knobs.until(940).changedFrom(start)).isEmpty();
  }

  @Test
  void whatWasChangedAndChangedBackWasChanged() throws Exception {
    RunConfig written = Given.config();
    KnobsInForce knobs = of(written, turn(10, DECAY, 25.0), turn(20, DECAY, 1.0));
    assertThat(knobs.latest()).isEqualTo(written);
    assertThat(knobs.changedFrom(written)).containsExactly(DECAY);
    assertThat(knobs.differences(KnobsInForce.from(written))).containsExactly(DECAY);
    assertThat(of(Given.config("seed", 3L, "steps", 9L)).changedFrom(written)).isEmpty();
    assertThat(of(Given.config("task.modulus", 7L)).changedFrom(written))
        .containsExactly("task.modulus");
  }

  @Test
  void runsOfOtherKindsDifferInTheirKind() throws Exception {
    KnobsInForce sgd = of(Given.config("optimizer.type", "sgd"));
    KnobsInForce turned = of(Given.config(), turn(10, DECAY, 25.0), turn(10, DATA, 0.5));
    assertThat(turned.differences(sgd)).containsExactly("optimizer.type", DATA);
    assertThat(sgd.differences(turned)).containsExactly("optimizer.type", DATA);
  }

  @Test
  void aKnobThatTheRunDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> of(Given.config(), turn(10, "optimizer.momentum", 0.5)))
        .isInstanceOf(InvalidConfig.class);
    assertThatThrownBy(() -> of(Given.config(), turn(10, DECAY, -1.0)))
        .isInstanceOf(InvalidConfig.class);
  }
}
